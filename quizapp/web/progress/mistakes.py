"""What does not stay, and what is believed wrongly; each with a way to do something about it."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for

from quizapp.queries.hardest import Hard
from quizapp.queries.sureness import ConfidentError
from quizapp.web.progress.figure import Begin, Figure, Link, Table, Track, Tracks
from quizapp.web.progress.topics import Titles
from quizapp.web.progress.words import long_day, percent
from quizapp.web.quiz_offers import QuizOffer
from quizapp.web.wording import gettext as _
from quizapp.web.wording import ngettext

MOST = 10


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something believed wrongly: what, how often and when last, where to read about it."""

    aim: str
    words: str
    right_since: bool
    read: Link


@dataclass(frozen=True, slots=True)
class Mistakes:
    """A sentence, the mistakes that are shown, and how many more there are."""

    message: str
    each: tuple[Mistake, ...] = ()
    more: str = ""
    practise: str = ""  # what a button says that practises those shown; "" where none can be asked
    waits: str = ""


def shown_of(errors: Sequence[ConfidentError]) -> Sequence[ConfidentError]:
    """Those that are shown, and practised."""
    return errors[:MOST]


def mistakes(errors: Sequence[ConfidentError], titles: Titles, questions: int) -> Mistakes:
    """What was answered wrong with certainty, and of how many questions a quiz of it is."""
    still = sum(not one.right_since for one in errors)
    if not errors:
        return Mistakes(_("Nothing you were certain of was wrong so far."))
    message = (
        ngettext(
            "%(num)d thing you were certain of was wrong, and not right since. It is worth reading.",
            "%(num)d things you were certain of were wrong, and not right since. They are worth reading.",
            still,
        )
        if still
        else _("All that you were certain of and had wrong you have answered right since.")
    )
    left = len(errors) - MOST
    more = ngettext("%(num)d more stands further back.", "%(num)d more stand further back.", left) if left > 0 else ""
    shown = tuple(_mistake(one, titles) for one in shown_of(errors))
    return Mistakes(message, shown, more, _of_them(questions) if questions else "", _waits(len(shown), questions))


def hardest_figure(hard: Sequence[Hard], quiz: QuizOffer) -> Figure:
    """Bars of the share missed of what fails most surely."""
    title = _("Hardest for you")
    if not hard:
        words = _("Nothing stands out: what you missed you knew the next time, or was not asked again yet.")
        return Figure("hardest", title, words, links=(Link(_("Go to today"), url_for("study.today")),))
    return Figure(
        "hardest",
        title,
        _("You missed “%(aim)s” %(failed)s of %(answers)s times.", aim=hard[0].aim, failed=hard[0].failed, answers=hard[0].answers),
        Tracks(tuple(_track(one) for one in hard)),
        Table(
            (_("What"), _("Asked"), _("Missed"), _("Share")),
            tuple((one.aim, str(one.answers), str(one.failed), percent(one.failed / one.answers)) for one in hard),
        ),
        " ".join(filter(None, (_waits(len(hard), quiz.questions), _counts()))),
        quiz=Begin(_of_these(quiz.questions), quiz) if quiz.questions else None,
    )


def _counts() -> str:
    return _("First answers of a day count; a grade under 3 is a miss. What was missed often stands before what was missed once by chance.")


def _of_these(questions: int) -> str:
    return ngettext("Practise %(num)d of these", "Practise %(num)d of these", questions)


def _of_them(questions: int) -> str:
    return ngettext("Practise %(num)d of these mistakes", "Practise %(num)d of these mistakes", questions)


def _waits(shown: int, questions: int) -> str:
    """Why a quiz of what is shown has fewer questions."""
    if not questions or shown <= questions:
        return ""
    return ngettext(
        "%(num)d is not in the quiz: its question would give away another’s answer, or it rests.",
        "%(num)d are not in the quiz: their questions would give away others’ answers, or they rest.",
        shown - questions,
    )


def _track(one: Hard) -> Track:
    words = _("missed %(some)s of %(all)s", some=one.failed, all=one.answers)
    return Track(one.aim, words, one.failed / one.answers, href=url_for("topics.topic", bank=one.bank, topic=one.topic))


def _mistake(one: ConfidentError, titles: Titles) -> Mistake:
    when = ngettext("%(num)d time, last on %(day)s", "%(num)d times, last on %(day)s", one.times, day=long_day(one.day))
    words = _("%(when)s; right since", when=when) if one.right_since else when
    read = Link(_("Read “%(topic)s”", topic=titles[one.bank, one.topic]), url_for("topics.topic", bank=one.bank, topic=one.topic))
    return Mistake(one.aim, words, one.right_since, read)
