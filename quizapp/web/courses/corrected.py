"""Corrections of facts since an exam was taken, and what scoring its attempts again would change."""

from dataclasses import dataclass
from datetime import datetime

from questions.saying import said
from quizapp.models import Assignment, Correction, Course
from quizapp.queries.corrections import corrections_touching, scored_again_at
from quizapp.queries.items import Gone, current_knowledge, knowledge_of
from quizapp.usecases.rescore_finished import Rescored, would_change
from quizapp.web.courses.states import told
from quizapp.web.extensions import db
from quizapp.web.wording import gettext as _
from quizapp.web.wording import ngettext


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction: what the document says now, how and when it was changed and why, and each time that attempts were scored again since.

    And what scoring again would change, in whose answers and line by line; None where nobody has asked for it.
    """

    number: int
    says: str
    how: str
    why: str
    scored: tuple[str, ...]
    who: str
    lines: tuple[str, ...] | None


def corrections_since(course: Course, exam: Assignment, opened: int | None) -> list[Corrected]:
    """Those of what an exam asks about, since it was taken, the latest first. To say what scoring again would change every answer is looked
    at, which is done for the one that somebody has `opened`."""
    again: dict[int, list[datetime]] = {}
    for number, moment in db.session.execute(scored_again_at(exam)):
        again.setdefault(number, []).append(moment)
    return [
        _in_words(course, one, again.get(one.id, []), would_change(db.session(), one, exam) if one.id == opened else None)
        for one in corrections_touching(db.session(), exam)
    ]


def _in_words(course: Course, correction: Correction, again: list[datetime], change: Rescored | None) -> Corrected:
    knowledge = current_knowledge(db.session(), correction.bank)
    fact = knowledge.facts.get(correction.fact)
    topic = knowledge.topic_titles.get(correction.topic, correction.topic)
    return Corrected(
        correction.id,
        said(fact, knowledge) if fact else _gone(correction, topic),
        _how(course, correction),
        correction.why,
        tuple(_("Scored again on %(day)s.", day=told(moment, course.zone)) for moment in again),
        ngettext("For %(num)d learner, scoring again means:", "For %(num)d learners, scoring again means:", change.people)
        if change
        else "",
        tuple(words for number, words in _lines(change) if number) if change else None,
    )


def _gone(correction: Correction, topic: str) -> str:
    """A fact that the bank holds no more, by what it said; by its name where this program cannot read the revision that held it."""
    for revision in (correction.revision_before, correction.revision_after):
        try:
            knowledge = knowledge_of(db.session(), revision)
        except Gone:
            continue
        if fact := knowledge.facts.get(correction.fact):
            return _("Gone now, from “%(topic)s”: %(words)s", topic=topic, words=said(fact, knowledge))
    return _("A fact under “%(topic)s”, which is gone now: %(name)s", topic=topic, name=correction.fact)


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
