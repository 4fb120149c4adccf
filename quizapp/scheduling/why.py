"""Why a card is due on its day, as a value that a page can put in at most two sentences."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from quizapp.scheduling.cards import KNOWN, Answered, due_after, fold, live
from quizapp.scheduling.sm2 import LONGEST_INTERVAL, PASS, Memory, review


class Reason(StrEnum):
    """What set the day: the closed set of rules of SM-2, and the cap."""

    FAILED = "failed"  # missed, so the next day
    FIRST = "first pass"  # 1 day
    SECOND = "second pass"  # 6 days
    GROWN = "grown"  # the interval before times the easiness before
    LONGEST = "longest"  # the longest interval there is


@dataclass(frozen=True, slots=True)
class WhyThen:
    """The first sentence is in `reason` and its numbers, the second (if any) in `drilling`."""

    reason: Reason
    asked: date  # study day of the scheduled answer that set the day
    due: date
    days: int  # from asked to due
    grade: int  # 0 to 5, as it counted
    days_before: int  # the interval before the answer
    easiness: int  # hundredths, before the answer: days is days_before × easiness / 100, rounded up, where it has grown
    drilling: bool = False  # until the end of the day of its last answer it is asked again, until it is known


def why_then(reviews: Iterable[Answered]) -> WhyThen | None:
    """Why the card of these reviews is due on its day; None while it is new."""
    alive = live(reviews)
    places = [place for place, one in enumerate(alive) if one.kind == "scheduled"]
    if not places:
        return None
    place = places[-1]
    return why_after(fold(alive[:place]).memory, alive[place].counted, alive[place].study_day, drilling=alive[-1].counted < KNOWN)


def why_after(before: Memory, grade: int, asked: date, *, drilling: bool = False) -> WhyThen:
    """The same from one scheduled review: the memory before it, the grade that counted (0 to 5) and its study day."""
    after = review(before, grade)
    due = due_after(asked, after.interval)
    return WhyThen(_reason(after, grade), asked, due, (due - asked).days, grade, before.interval, before.easiness, drilling)


def _reason(after: Memory, grade: int) -> Reason:
    if grade < PASS:
        return Reason.FAILED
    if after.interval > LONGEST_INTERVAL:
        return Reason.LONGEST
    return {1: Reason.FIRST, 2: Reason.SECOND}.get(after.repetitions, Reason.GROWN)
