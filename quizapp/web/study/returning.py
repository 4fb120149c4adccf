"""When a question comes back, and why then, in words."""

from dataclasses import dataclass
from datetime import date
from typing import assert_never

from quizapp.scheduling.why import Reason, WhyThen
from quizapp.web.coming_days import day_in_words
from quizapp.web.wording import format_date
from quizapp.web.wording import gettext as _


@dataclass(frozen=True, slots=True)
class Returning:
    """When it comes back, and the reason ("" for an answer that was taken back)."""

    when: str
    why: str


def returning(due: date, today: date, then: WhyThen | None, *, drilling: bool, practice: bool = False) -> Returning:
    """Words for a card that is due on this day, and is asked once more today if it is in drill; `practice` is an answer in drill."""
    return Returning(_when(due, today, drilling=drilling), _why(then, practice=practice) if then else "")


def _when(due: date, today: date, *, drilling: bool) -> str:
    if due < today:
        return _("It was to come back on %(day)s.", day=format_date(due, "EEEE d MMMM y"))
    day = day_in_words(due, today)
    return _once_more(day) if drilling else _("It comes back %(day)s.", day=day)


def _once_more(day: str) -> str:
    return _("It comes once more today, after a few others, and then %(day)s.", day=day)


def _why(then: WhyThen, *, practice: bool) -> str:
    why = _reason(then)
    return f"{why} {_('Answers after the first of a day are practice, and move no day.')}" if practice else why


def _reason(then: WhyThen) -> str:
    match then.reason:
        case Reason.FAILED:
            return _("Why then: a missed answer begins again at one day.")
        case Reason.FIRST:
            return _("Why then: after the first right answer in a row the wait is one day.")
        case Reason.SECOND:
            return _("Why then: after the second right answer in a row the wait is six days.")
        case Reason.GROWN:
            return _(
                "Why then: the last wait was %(before)s days, and this question’s factor is %(factor)s, which makes %(days)s days.",
                before=then.days_before,
                factor=f"{then.easiness / 100:.2f}",
                days=then.days,
            )
        case Reason.LONGEST:
            return _("Why then: this is the longest wait there is.")
        case _:
            assert_never(then.reason)
