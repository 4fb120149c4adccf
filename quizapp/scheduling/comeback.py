"""Coming back after days without an answer: at whose pace the pile is met."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from quizapp.scheduling.days_off import WEEKDAYS

AWAY: Final = 5
"""Days. Who answers nothing on so many study days in a row has been away; a weekday that is always off is none."""

LONG: Final = timedelta(days=21)
"""Longer than this without an answer is a gap, however few days of the week are studied on."""

LOOKED_BACK: Final = timedelta(days=90)
"""What fell due before this many days ago has been met in another way, or never will be."""


def came_back(studied: Sequence[date], today: date, off: Collection[int] = ()) -> date | None:
    """The study day on which a learner came back last, or comes back today; None where there was no gap, or nothing before it.

    `studied` are the days on which something was answered, each once, the latest first; `off` the weekdays (0 to 6, Monday first) on which
    the learner wants to be asked nothing.
    """
    days = [today, *(day for day in studied if day < today)]
    return next((later for later, earlier in pairwise(days) if _was_away(earlier, later, off)), None)


def _was_away(earlier: date, later: date, off: Collection[int]) -> bool:
    """Whether nothing was answered, between two days, for so long that it is a gap."""
    if later - earlier > LONG:
        return True
    between = range(earlier.toordinal() + 1, later.toordinal())
    return sum((day - 1) % WEEKDAYS not in off for day in between) >= AWAY
