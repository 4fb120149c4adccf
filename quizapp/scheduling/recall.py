"""Recall: how likely an objective is known on a day, by FSRS-6 as the package `fsrs` (open-spaced-repetition) works it out.

The package is the source of every number here; this module only hands over days and grades, and keeps what comes back as a value.
"""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Final, NamedTuple

from fsrs import Card, Rating, Scheduler, State

LOWEST_GOAL: Final = 70
HIGHEST_GOAL: Final = 97
GOAL: Final = 90
"""Whole percent: the recall under which an objective is to be asked again, where the learner sets no other."""

LONGEST_TO_COME_BACK: Final = timedelta(days=36_500)
LAST_DAY: Final = date.max - LONGEST_TO_COME_BACK
"""The package has no calendar beyond the year 9999; who answers after this day is taken to answer on it."""

_RATINGS: Final = (Rating.Again, Rating.Again, Rating.Again, Rating.Hard, Rating.Good, Rating.Good)
"""By grade. Easy is never said: certainty tells how a grade came about, not how much longer something will be known."""


class Memory(NamedTuple):
    """What FSRS keeps of one card: stability (days until recall has fallen to 90 %, over 0), difficulty (1 to 10), the study day of the
    last answer, and the day on which recall will have fallen to the goal (None: no answer that moves the card was given yet).

    The package's own state needs no place: without learning steps it is "Review" from the first answer on.
    """

    stability: float
    difficulty: float
    day: date
    due: date | None


def remember(memory: Memory | None, grade: int, day: date, goal: int = GOAL) -> Memory:
    """The memory after an answer graded 0 to 5 on a study day; None stands for no answer yet, `goal` is in percent (70 to 97).

    A second answer on one day moves stability by the short-term step. Source: FSRS-6 with default weights, no fuzz and no learning steps,
    at noon UTC of the study day; Again for a grade under 3, Hard for 3, Good for 4 and 5. IndexError for a grade over 5.
    """
    at = _noon(day)
    card, _ = _scheduler(goal).review_card(_card(memory, at), _RATINGS[grade], at)
    assert card.stability is not None
    assert card.difficulty is not None
    due = min(day.toordinal() + (card.due - at).days, date.max.toordinal())
    return Memory(card.stability, card.difficulty, day, date.fromordinal(due))


def practise(memory: Memory | None, grade: int, day: date) -> Memory:
    """The memory after an answer that moves no card: all of it moves but the day on which the card comes back.

    One that was given before the last and logged after it, as in an exam that went on past midnight, is of the last one's day.
    """
    if memory is None:
        return remember(None, grade, day)._replace(due=None)
    return remember(memory, grade, max(day, memory.day))._replace(due=memory.due)


def recall(memory: Memory | None, day: date) -> float:
    """How likely (0 to 1) the objective is known on a study day; 0 before the first answer, and 1 on the day of the last."""
    if memory is None:
        return 0.0
    at = _noon(day)
    return float(_scheduler(GOAL).get_card_retrievability(_card(memory, at), at))


def recall_after(stability: float, days: int) -> float:
    """The same from bare numbers: stability in days (over 0), whole days since the last answer. For many cards at once, where making the
    package's own card of each would take longer than all the rest.

    Source: FSRS-6, R = (1 + F · t / S)^−w₂₀ with F = 0.9^(−1 / w₂₀) − 1; w₂₀ is the package's.
    """
    return float((1 + _FACTOR * max(0, days) / stability) ** -_DECAY)


def _card(memory: Memory | None, at: datetime) -> Card:
    if memory is None:
        return Card(card_id=0, due=at)
    return Card(0, State.Review, None, memory.stability, memory.difficulty, at, _noon(memory.day))


def _noon(day: date) -> datetime:
    day = min(day, LAST_DAY)
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


@cache
def _scheduler(goal: int) -> Scheduler:
    return Scheduler(desired_retention=goal / 100, learning_steps=(), relearning_steps=(), enable_fuzzing=False)


_DECAY: Final = _scheduler(GOAL).parameters[20]
_FACTOR: Final = 0.9 ** (-1 / _DECAY) - 1
