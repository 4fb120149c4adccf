"""On which day, near the one that a scheduler names, something comes back: the lightest, so that no day is heavy and no two move alike.

It moves the day and nothing else: no memory knows of it.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from hashlib import blake2b
from typing import Final

from quizapp.scheduling.days_off import NONE_OFF, DaysOff

SHORTEST: Final = 4
"""Days. A shorter wait is kept to the day."""

SHARE: Final = 20
"""A wait moves by its twentieth part at most, and by a day at least."""


def window(asked: date, due: date, before: int = 0) -> Sequence[date]:
    """The days, in their order, on which something may come back that was asked on one study day and by its scheduler is due on another.

    They lie within 5 % of the wait of the day that is due, and at least a day either way, where the wait is 4 days or more; and never
    sooner after the answer than the interval `before` it (in days), unless the scheduler itself is sooner. The day that is due is always
    among them. Source: SCHEDULING.md §4; Anki's "fuzz" and "load balancer" do alike.
    """
    shortest, longest = _bounds(asked, due, before)
    return [date.fromordinal(asked.toordinal() + wait) for wait in range(shortest, longest + 1)]


def is_near(day: date, asked: date, due: date, before: int = 0) -> bool:
    """Whether a day is in that window."""
    shortest, longest = _bounds(asked, due, before)
    return shortest <= (day - asked).days <= longest


def lightest(days: Sequence[date], load: Mapping[date, int], seed: str, off: DaysOff = NONE_OFF) -> date:
    """The day of these on which least comes back already, by `load` (where a day is missing, nothing); of equals the seed draws one.

    A day off is taken only where all are off. The same load and seed give the same day. Raises ValueError where there are no days.
    """
    least = min((day in off, load.get(day, 0)) for day in days)
    equals = [day for day in days if (day in off, load.get(day, 0)) == least]
    return equals[0] if len(equals) == 1 else min(equals, key=lambda day: _drawn(seed, day))


def _bounds(asked: date, due: date, before: int) -> tuple[int, int]:
    """The shortest and the longest wait, in days."""
    wait = (due - asked).days
    if wait < SHORTEST:
        return wait, wait
    either_way = max(1, wait // SHARE)
    return max(wait - either_way, min(before, wait)), min(wait + either_way, (date.max - asked).days)


def _drawn(seed: str, day: date) -> bytes:
    return blake2b(f"{seed}/{day}".encode(), digest_size=8).digest()
