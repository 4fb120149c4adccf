"""What Today and the summary say."""

from dataclasses import dataclass

from quizapp.queries.sitting import Summary
from quizapp.queries.today import Today
from quizapp.web.coming_days import day_in_words
from quizapp.web.wording import gettext as _
from quizapp.web.wording import ngettext


@dataclass(frozen=True, slots=True)
class Words:
    """A heading and the sentences under it."""

    heading: str
    sentences: tuple[str, ...]


def words_for_today(today: Today) -> Words:
    """What waits today, in calm words."""
    if today.waiting:
        heading = ngettext("%(num)d question for today", "%(num)d questions for today", today.waiting)
        return Words(heading, (_("Twelve make a portion. Stop whenever you like: each answer is saved."), *_held_back(today)))
    if today.next_day is None:
        return Words(_("Nothing to study yet"), (_("Start a topic in the library, and its first questions are here."),))
    return Words(_("That is all for today"), (_next_day(today.next_day_count, day_in_words(today.next_day, today.day)), *_held_back(today)))


def words_for_summary(summary: Summary, today: Today) -> Words:
    """What came of a sitting, when to come back, and the rhythm of the week."""
    answered = len(summary.got) + len(summary.again)
    if not answered:
        return Words(_("Nothing answered yet"), (_("Answer a few questions, and what came of them is shown here."),))
    heading = _("You got %(got)s of %(answered)s", got=len(summary.got), answered=answered)
    rhythm = ngettext("You studied on %(num)d day this week.", "You studied on %(num)d days this week.", summary.days_this_week)
    return Words(heading, (rhythm, _come_back(summary, today)))


def _come_back(summary: Summary, today: Today) -> str:
    if today.waiting:
        return ngettext("%(num)d question is left for today.", "%(num)d questions are left for today.", today.waiting)
    if summary.next_day is None:
        return _("Nothing more is due.")
    return _next_day(summary.next_day_count, day_in_words(summary.next_day, today.day))


def _next_day(count: int, day: str) -> str:
    return ngettext("%(num)d question comes back %(day)s.", "%(num)d questions come back %(day)s.", count, day=day)


def _held_back(today: Today) -> tuple[str, ...]:
    if not today.held_back:
        return ()
    return (ngettext("%(num)d more waits for another day.", "%(num)d more wait for another day.", today.held_back),)
