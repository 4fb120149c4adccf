"""A card is a fold over the live answers of one learner to one objective: reviews, and what was answered in practice."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from typing import Final, Literal

from quizapp.scheduling import recall
from quizapp.scheduling.balancing import is_near, window
from quizapp.scheduling.recall import GOAL
from quizapp.scheduling.sm2 import LONGEST_INTERVAL, NEW, PASS, Memory, review

Kind = Literal["scheduled", "drill"]

KNOWN: Final = 4
"""An answer graded under this is drilled again on the same study day."""


@dataclass(frozen=True, slots=True)
class Answered:
    """One logged review, as far as a card depends on it: its turn (1 up), grade (0 to 5), study day and kind; what the learner lowered
    the grade to (None: nothing), whether it was taken back, and the day that was set by it.

    An answer given in practice has no turn of its own: it is the nth (1 up) since the review of this turn (0: before the first).
    """

    turn: int
    grade: int
    study_day: date
    kind: Kind = "scheduled"
    lowered_to: int | None = None
    undone: bool = False
    practised: int = 0  # its n; 0 for a review
    due: date | None = None  # the day on which the card came back after it, which may be moved; None where that is not known

    @property
    def counted(self) -> int:
        """The grade that counts: the lower of the two."""
        return self.grade if self.lowered_to is None else min(self.grade, self.lowered_to)


@dataclass(frozen=True, slots=True)
class CardState:
    """What the live answers of a card come to; without arguments, a card that was never asked."""

    memory: Memory = NEW  # SM-2's, with its interval capped
    due: date | None = None  # the day that counts, by the learner's scheduler or near it (see `days_near`); None while new
    last_day: date | None = None  # study day of the last live review
    drilling: date | None = None  # the study day in which it is in drill; on any other it is in none
    lapses: int = 0  # scheduled fails after at least one scheduled pass
    recalled_before: bool = False  # some scheduled review passed
    steps: int = 0  # number of live reviews
    fsrs: recall.Memory | None = None  # of all live answers, reviews or not; its due day is set by reviews alone

    @property
    def due_sm2(self) -> date | None:
        """The day that SM-2 gives: the last day and the interval, since drills are of the day of what they drill."""
        return None if self.last_day is None else due_after(self.last_day, self.memory.interval)

    @property
    def due_fsrs(self) -> date | None:
        """The day that FSRS gives: when recall has fallen to the goal, as things stood after the last review."""
        return self.fsrs.due if self.fsrs else None

    @property
    def passes_in_a_row(self) -> int:
        """Scheduled passes since the last scheduled fail; `level_for` takes it."""
        return self.memory.repetitions


Due = Callable[[CardState], date | None]
"""From what a card comes to, right after a review, to the day it is due: what a scheduler is."""


def by_sm2(state: CardState) -> date | None:
    """The day that SM-2 gives."""
    return state.due_sm2


def fold(answers: Iterable[Answered], due: Due = by_sm2, goal: int = GOAL) -> CardState:
    """The card that these answers make, in the order in which they were logged, without those taken back.

    `due` is the scheduler whose day counts, `goal` the learner's goal for recall in percent (70 to 97). A day that was moved is read from
    the log, and counts where it lies near enough to the scheduler's.
    The last review is all that undo takes away, so a card without its last live review is exactly the card before it.
    """
    return reduce(lambda state, one: _step(state, one, due, goal), live(answers), CardState())


def live(answers: Iterable[Answered]) -> list[Answered]:
    """The answers that were not taken back, in the order in which they were logged."""
    return sorted((one for one in answers if not one.undone), key=lambda one: (one.turn, one.practised))


def answer(
    state: CardState, grade: int, day: date, kind: Kind, due: Due = by_sm2, goal: int = GOAL, moved: date | None = None
) -> CardState:
    """The card after one more review, counted with this grade (0 to 5) on this study day: one step of `fold`.

    It is due on the day `moved` where that lies near enough to the one that the scheduler gives, and on this one otherwise.
    A drill changes nothing of SM-2's memory, its due day, the lapses; for FSRS it is an answer like any other.
    Raises ValueError for a grade that is not a whole number from 0 to 5.
    """
    after = replace(answer_by_sm2(state, grade, day, kind), fsrs=recall.remember(state.fsrs, grade, day, goal))
    wanted, named = state.due if kind == "drill" and moved is None else moved, due(after)
    if wanted is None or wanted == named or named is None:
        return replace(after, due=named)
    return replace(after, due=wanted if is_near(wanted, day, named, _waited(state, after, due)) else named)


def days_near(before: CardState, after: CardState, due: Due = by_sm2) -> Sequence[date]:
    """The days on which a card may come back after a review, given the card before and after it: those near the one that is due.

    After a pass none is sooner than the wait before it, unless the scheduler's own is.
    """
    named = due(after)
    assert named is not None
    assert after.last_day is not None
    return window(after.last_day, named, _waited(before, after, due))


def answer_by_sm2(state: CardState, grade: int, day: date, kind: Kind) -> CardState:
    """The same without what FSRS remembers and the day that counts, which stay as they were. Raises ValueError likewise."""
    memory = review(state.memory, grade)
    seen = replace(state, last_day=day, drilling=day if grade < KNOWN else None, steps=state.steps + 1)
    return seen if kind == "drill" else _scheduled(seen, memory, passed=grade >= PASS)


def practise(state: CardState, grade: int, day: date) -> CardState:
    """The card after an answer in practice (0 to 5), which is remembered and moves no day: the other step of `fold`."""
    return replace(state, fsrs=recall.practise(state.fsrs, grade, day))


def kind_on(state: CardState, day: date) -> Kind:
    """What an answer on this study day would be. The day's first is scheduled; whatever else is asked that day is a drill."""
    return "drill" if state.last_day == day else "scheduled"


def in_drill(state: CardState, day: date) -> bool:
    """Whether the card is in drill on this study day: its last live review is of that day, and graded under 4."""
    return state.drilling == day


def can_be_sooner(state: CardState, day: date) -> bool:
    """Whether a card could be asked before the day that is due: on this study day or, where it was reviewed on it, on the next."""
    soonest = day.toordinal() + (state.last_day == day)
    return state.due is None or state.due.toordinal() > soonest


def due_after(day: date, interval: int) -> date:
    """The day so many days (1 up) after a study day, at most the longest interval and never past the last date there is."""
    return date.fromordinal(min(day.toordinal() + min(interval, LONGEST_INTERVAL), date.max.toordinal()))


def _step(state: CardState, one: Answered, due: Due, goal: int) -> CardState:
    if one.practised:
        return practise(state, one.counted, one.study_day)
    return answer(state, one.counted, one.study_day, one.kind, due, goal, one.due)


def _waited(before: CardState, after: CardState, due: Due) -> int:
    """The wait in days that a review ended which passed; 0 where it failed, was the first, or is a drill."""
    named = due(before)
    if named is None or before.last_day is None or before.last_day == after.last_day or not after.passes_in_a_row:
        return 0
    return (named - before.last_day).days


def _scheduled(state: CardState, memory: Memory, passed: bool) -> CardState:
    return replace(
        state,
        memory=memory._replace(interval=min(memory.interval, LONGEST_INTERVAL)),
        lapses=state.lapses + (state.recalled_before and not passed),
        recalled_before=state.recalled_before or passed,
    )
