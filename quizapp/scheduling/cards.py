"""A card is a fold over the live reviews of one objective by one learner."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from typing import Final, Literal

from quizapp.scheduling.sm2 import LONGEST_INTERVAL, NEW, PASS, Memory, review

Kind = Literal["scheduled", "drill"]

KNOWN: Final = 4
"""An answer graded under this is drilled again on the same study day."""


@dataclass(frozen=True, slots=True)
class Answered:
    """One logged review, as far as a card depends on it: its turn (1 up), grade (0 to 5), study day and kind; what the learner lowered
    the grade to (None: nothing), and whether it was taken back."""

    turn: int
    grade: int
    study_day: date
    kind: Kind = "scheduled"
    lowered_to: int | None = None
    undone: bool = False

    @property
    def counted(self) -> int:
        """The grade that counts: the lower of the two."""
        return self.grade if self.lowered_to is None else min(self.grade, self.lowered_to)


@dataclass(frozen=True, slots=True)
class CardState:
    """What the live reviews of a card come to; without arguments, a card that was never asked."""

    memory: Memory = NEW  # with its interval capped
    due: date | None = None  # None while new
    last_day: date | None = None  # study day of the last live review
    drilling: date | None = None  # the study day in which it is in drill; on any other it is in none
    lapses: int = 0  # scheduled fails after at least one scheduled pass
    recalled_before: bool = False  # some scheduled review passed
    steps: int = 0  # number of live reviews

    @property
    def passes_in_a_row(self) -> int:
        """Scheduled passes since the last scheduled fail; `level_for` takes it."""
        return self.memory.repetitions


def fold(reviews: Iterable[Answered]) -> CardState:
    """The card that these reviews make, in the order of their turns, without those taken back.

    The last of them is all that undo takes away, so a card without its last live review is exactly the card before it.
    """
    return reduce(lambda state, one: answer(state, one.counted, one.study_day, one.kind), live(reviews), CardState())


def live(reviews: Iterable[Answered]) -> list[Answered]:
    """The reviews that were not taken back, in the order of their turns."""
    return sorted((one for one in reviews if not one.undone), key=lambda one: one.turn)


def answer(state: CardState, grade: int, day: date, kind: Kind) -> CardState:
    """The card after one more answer, counted with this grade (0 to 5) on this study day: one step of `fold`.

    A drill changes nothing of the memory, the due day, the lapses. Raises ValueError for a grade that is not a whole number from 0 to 5.
    """
    memory = review(state.memory, grade)
    seen = replace(state, last_day=day, drilling=day if grade < KNOWN else None, steps=state.steps + 1)
    return seen if kind == "drill" else _scheduled(seen, memory, day, passed=grade >= PASS)


def kind_on(state: CardState, day: date) -> Kind:
    """What an answer on this study day would be. The day's first is scheduled; whatever else is asked that day is a drill."""
    return "drill" if state.last_day == day else "scheduled"


def in_drill(state: CardState, day: date) -> bool:
    """Whether the card is in drill on this study day: its last live review is of that day, and graded under 4."""
    return state.drilling == day


def due_after(day: date, interval: int) -> date:
    """The day so many days (1 up) after a study day, at most the longest interval and never past the last date there is."""
    return date.fromordinal(min(day.toordinal() + min(interval, LONGEST_INTERVAL), date.max.toordinal()))


def _scheduled(state: CardState, memory: Memory, day: date, passed: bool) -> CardState:
    return replace(
        state,
        memory=memory._replace(interval=min(memory.interval, LONGEST_INTERVAL)),
        due=due_after(day, memory.interval),
        lapses=state.lapses + (state.recalled_before and not passed),
        recalled_before=state.recalled_before or passed,
    )
