"""When a question comes back, and why then, in words."""

from dataclasses import dataclass
from datetime import date
from typing import assert_never

from quizapp.queries.objectives import ObjectivePage
from quizapp.scheduling.why import Reason, WhyThen
from quizapp.web.audiences import is_patient
from quizapp.web.coming_days import day_in_words
from quizapp.web.wording import format_date, ngettext
from quizapp.web.wording import gettext as _


@dataclass(frozen=True, slots=True)
class Returning:
    """When it comes back, and the reason ("" for an answer that was taken back)."""

    when: str
    why: str


def returning(
    due: date,
    today: date,
    then: WhyThen | None,
    *,
    drilling: bool,
    practice: bool = False,
    guess: bool = False,
    sooner: date | None = None,
    because: str | None = None,
) -> Returning:
    """Words for a card that is due on this day, and is asked once more today if it is in drill; `practice` is an answer in drill, `guess`
    one that was right and counts as a guess.

    `sooner` is the day on which the learner wants it, `because` why it is not asked at all ("wished", "known" or "leech").
    """
    if because:
        return _resting(because)
    if sooner and sooner < due:
        by_itself = _("Why then: you wanted it sooner. By itself it would come back %(day)s.", day=day_in_words(due, today))
        return Returning(_when(max(sooner, today), today, drilling=drilling, guess=guess), by_itself)
    return Returning(_when(due, today, drilling=drilling, guess=guess), _why(then, practice=practice) if then else "")


def standing(page: ObjectivePage, today: date) -> Returning:
    """Words for where an objective stands, answered or not."""
    if page.because:
        return _resting(page.because)
    if page.paused:
        first = _("It comes first then, as you wished.") if page.sooner else ""
        return Returning(_("Its topic rests, so you are not asked. Start the topic again in the library, and it comes back."), first)
    if page.due is None:
        if page.sooner:
            return Returning(_("You have not met this yet. It comes before other new ones, as you wished."), "")
        return Returning(_("You have not met this yet. It comes when its turn among the new ones has come."), "")
    return returning(page.due, today, page.why, drilling=page.drilled, sooner=page.sooner)


def _resting(because: str) -> Returning:
    match because:
        case "leech":
            if is_patient():
                return Returning(_("We have asked you this often, so it rests for now."), _("You can read about it when you like."))
            return Returning(_("This keeps slipping, so it rests now."), _("Read about it once more, and take it up again when you like."))
        case "known":
            return Returning(_("You know this already, so you are not asked."), "")
        case _:
            return Returning(_("You are not asked this any more."), "")


def _when(due: date, today: date, *, drilling: bool, guess: bool) -> str:
    if due < today:
        return _("It was to come back on %(day)s.", day=format_date(due, "EEEE d MMMM y"))
    day = day_in_words(due, today)
    return _once_more(day, guess=guess) if drilling else _("It comes back %(day)s.", day=day)


def _once_more(day: str, *, guess: bool) -> str:
    if guess:
        return _("It was a guess, so it comes once more today, after a few others, and then %(day)s.", day=day)
    return _("It comes once more today, after a few others, and then %(day)s.", day=day)


def _why(then: WhyThen, *, practice: bool) -> str:
    practice = practice and then.likely is None  # FSRS learns from every answer of a day
    return " ".join(part for part in (_reason(then), _after_that(then, practice=practice)) if part)


def _after_that(then: WhyThen, *, practice: bool) -> str:
    if practice and then.moved:
        return _("Answers after the first of a day are practice, and the day was moved a little, so that your days are even.")
    if practice:
        return _("Answers after the first of a day are practice, and move no day.")
    if then.moved > 0:
        return ngettext(
            "It comes %(num)d day later than that, so that your days are even.",
            "It comes %(num)d days later than that, so that your days are even.",
            then.moved,
        )
    if then.moved < 0:
        return ngettext(
            "It comes %(num)d day earlier than that, so that your days are even.",
            "It comes %(num)d days earlier than that, so that your days are even.",
            -then.moved,
        )
    return ""


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
        case Reason.FADES:
            return ngettext(
                "Why then: after %(num)d day you are expected to know it %(likely)s times in 100.",
                "Why then: after %(num)d days you are expected to know it %(likely)s times in 100.",
                then.days,
                likely=_percent(then),
            )
        case Reason.SHORTEST:
            return _(
                "Why then: a day is the shortest wait. By then you are expected to know it %(likely)s times in 100.", likely=_percent(then)
            )
        case Reason.LONGEST:
            return _("Why then: this is the longest wait there is.")
        case _:
            assert_never(then.reason)


def _percent(then: WhyThen) -> int:
    return round(100 * (then.likely or 0))
