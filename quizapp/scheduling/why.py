"""Why a card is due on its day, as a value that a page can put in at most two sentences."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from quizapp.scheduling.cards import KNOWN, Answered, due_after, fold, live
from quizapp.scheduling.recall import GOAL, recall
from quizapp.scheduling.sm2 import LONGEST_INTERVAL, PASS, Memory, review


class Reason(StrEnum):
    """What set the day: the closed set of rules of SM-2, that of FSRS with its shortest wait, and the cap."""

    FAILED = "failed"  # missed, so the next day
    FIRST = "first pass"  # 1 day
    SECOND = "second pass"  # 6 days
    GROWN = "grown"  # the interval before times the easiness before
    FADES = "fades"  # by then recall has fallen to the goal
    SHORTEST = "shortest"  # a day, though recall falls under the goal before
    LONGEST = "longest"  # the longest interval there is


@dataclass(frozen=True, slots=True)
class WhyThen:
    """The first sentence is in `reason` and its numbers, the second (if any) in `drilling` and `moved`."""

    reason: Reason
    asked: date  # study day of the scheduled answer that set the day
    due: date
    days: int  # from asked to due
    grade: int  # 0 to 5, as it counted
    days_before: int  # the interval before the answer
    easiness: int  # hundredths, before the answer: days is days_before × easiness / 100, rounded up, where it has grown
    drilling: bool = False  # until the end of the day of its last answer it is asked again, until it is known
    likely: float | None = None  # by FSRS: recall (0 to 1) on the day that is due, as things stood after the answer
    moved: int = 0  # days from the day that is due by these rules to the one that was set, so that days hold about as much


def why_then(answers: Iterable[Answered], scheduler: str = "sm2", goal: int = GOAL) -> WhyThen | None:
    """Why the card of these answers is due on its day, by a scheduler and a goal (whole percent); None while it is new, and for a scheduler
    whose reasons nobody has put in words."""
    alive = live(answers)
    reviews = [one for one in alive if not one.practised]
    places = [place for place, one in enumerate(reviews) if one.kind == "scheduled"]
    if not places:
        return None
    drilling = reviews[-1].counted < KNOWN
    if scheduler == "fsrs":
        return _by_fsrs(alive[: alive.index(reviews[-1]) + 1], goal, drilling)
    if scheduler != "sm2":
        return None
    one = reviews[places[-1]]
    return _moved(why_after(fold(reviews[: places[-1]]).memory, one.counted, one.study_day, drilling=drilling), one.due)


def why_after(before: Memory, grade: int, asked: date, *, drilling: bool = False) -> WhyThen:
    """The same from one scheduled review: the memory before it, the grade that counted (0 to 5) and its study day."""
    after = review(before, grade)
    due = due_after(asked, after.interval)
    return WhyThen(_reason(after, grade), asked, due, (due - asked).days, grade, before.interval, before.easiness, drilling)


def _by_fsrs(alive: Sequence[Answered], goal: int, drilling: bool) -> WhyThen:
    card, last = fold(alive, goal=goal), alive[-1]
    assert card.due_fsrs is not None
    days, likely = (card.due_fsrs - last.study_day).days, recall(card.fsrs, card.due_fsrs)
    before = fold(alive[:-1], goal=goal).fsrs
    days_before = (before.due - before.day).days if before and before.due else 0
    reason = Reason.LONGEST if days >= LONGEST_INTERVAL else Reason.SHORTEST if days == 1 and 100 * likely < goal - 1 else Reason.FADES
    why = WhyThen(reason, last.study_day, card.due_fsrs, days, last.counted, days_before, card.memory.easiness, drilling, likely)
    return _moved(why, last.due)


def _moved(why: WhyThen, due: date | None) -> WhyThen:
    return replace(why, moved=(due - why.due).days) if due else why


def _reason(after: Memory, grade: int) -> Reason:
    if grade < PASS:
        return Reason.FAILED
    if after.interval > LONGEST_INTERVAL:
        return Reason.LONGEST
    return {1: Reason.FIRST, 2: Reason.SECOND}.get(after.repetitions, Reason.GROWN)
