"""Corrections of facts since an exam was taken, and what scoring its attempts again would change."""

from dataclasses import dataclass

from questions.saying import said
from quizapp.models import Assignment, Correction, Course
from quizapp.queries.corrections import corrections_after
from quizapp.queries.items import current_knowledge
from quizapp.usecases.rescore_finished import Rescored, would_change
from quizapp.web.courses.states import told
from quizapp.web.extensions import db
from quizapp.web.wording import gettext as _
from quizapp.web.wording import ngettext


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction: what the document says now, how and when it was changed and why, and what scoring again would change, line by line."""

    number: int
    says: str
    how: str
    why: str
    who: str
    lines: tuple[str, ...]


def corrections_that_count(course: Course, exam: Assignment) -> list[Corrected]:
    """Those since which attempts at an exam that have ended would be scored otherwise, the latest first."""
    found = [(one, would_change(db.session(), one, exam)) for one in db.session.scalars(corrections_after(exam)).all()]
    return [_in_words(course, one, change) for one, change in found if change.answers]


def _in_words(course: Course, correction: Correction, change: Rescored) -> Corrected:
    knowledge = current_knowledge(db.session(), correction.bank)
    fact = knowledge.facts.get(correction.fact)
    topic = knowledge.topic_titles.get(correction.topic, correction.topic)
    return Corrected(
        correction.id,
        said(fact, knowledge) if fact else _("A fact under “%(topic)s”, which is gone now.", topic=topic),
        _how(course, correction),
        correction.why,
        ngettext("For %(num)d learner, scoring again means:", "For %(num)d learners, scoring again means:", change.people),
        tuple(words for number, words in _lines(change) if number),
    )


def _how(course: Course, correction: Correction) -> str:
    if correction.undone_at is not None:
        return _("Corrected, and the correction taken back on %(day)s", day=told(correction.undone_at, course.zone))
    day = told(correction.made_at, course.zone)
    if correction.after is None:
        return _("Retired on %(day)s", day=day)
    return _("Added on %(day)s", day=day) if correction.before is None else _("Corrected on %(day)s", day=day)


def _lines(change: Rescored) -> list[tuple[int, str]]:
    return [
        (change.more, ngettext("%(num)d answer would earn more", "%(num)d answers would earn more", change.more)),
        (change.less, ngettext("%(num)d answer would earn less", "%(num)d answers would earn less", change.less)),
        (
            change.same,
            ngettext(
                "%(num)d answer would earn the same, in a question that is another now",
                "%(num)d answers would earn the same, in a question that is another now",
                change.same,
            ),
        ),
        (
            change.withdrawn,
            ngettext(
                "%(num)d answer would count no more, since its question is gone, or the bank does not settle it",
                "%(num)d answers would count no more, since their question is gone, or the bank does not settle it",
                change.withdrawn,
            ),
        ),
        (
            change.returned,
            ngettext(
                "%(num)d answer that did not count would count again",
                "%(num)d answers that did not count would count again",
                change.returned,
            ),
        ),
    ]
