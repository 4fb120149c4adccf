"""The study days on which a learner wants to be asked nothing: weekdays, single days, a holiday."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

WEEKDAYS: Final = 7
YEAR: Final = 366


@dataclass(frozen=True, slots=True)
class DaysOff:
    """Which days are off: weekdays (0 to 6, Monday first), and spans from a first day to a last, both included."""

    weekdays: frozenset[int] = frozenset()
    breaks: tuple[tuple[date, date], ...] = ()

    def __contains__(self, day: date) -> bool:
        return day.weekday() in self.weekdays or any(first <= day <= last for first, last in self.breaks)

    def first_on_from(self, day: date) -> date:
        """The first day from this one on that is not off; the day itself where all are that come within a year."""
        coming = (date.fromordinal(ahead) for ahead in range(day.toordinal(), min(day.toordinal() + YEAR, date.max.toordinal())))
        return next((one for one in coming if one not in self), day)


NONE_OFF: Final = DaysOff()


def weekdays_in(bits: int) -> frozenset[int]:
    """The weekdays that a number names by its bits (0 to 127), Monday's the lowest."""
    return frozenset(day for day in range(WEEKDAYS) if bits >> day & 1)


def bits_of(weekdays: Iterable[int]) -> int:
    """The number whose bits name these weekdays (0 to 6)."""
    return sum(1 << day for day in set(weekdays))
