"""The study day: a learner's local date, which ends at four in the morning."""

from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo, available_timezones

DAY_ENDS: Final = time(4)
"""Local wall time. No zone puts its clocks back over it, so no study day comes twice."""


class Moved(NamedTuple):
    """A learner's change of zone: the IANA zone before, and the aware moment at which it was changed."""

    from_zone: str
    at: datetime


@cache
def known_zones() -> frozenset[str]:
    """The names of all IANA zones that this machine knows. They are read once: it means to open hundreds of files."""
    return frozenset(available_timezones())


def study_day(at: datetime, zone: str) -> date:
    """The study day of an aware moment in an IANA zone, such as "Europe/Berlin".

    (local wall time − 4 hours).date(). Raises ValueError for a naive moment, zoneinfo's ZoneInfoNotFoundError for an unknown zone.
    """
    if at.tzinfo is None:
        raise ValueError("A moment has a zone of its own; this one is naive.")
    wall = at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    return (wall - timedelta(hours=DAY_ENDS.hour)).date()


def zone_in_force(at: datetime, zone: str, moved: Moved | None = None) -> str:
    """The IANA zone that counts at an aware moment for a learner who may have moved: the old one until its study day is over."""
    return zone if moved is None or _new_day_since(moved, at) else moved.from_zone


def effective_day(at: datetime, zone: str, last_day: date | None = None, moved: Moved | None = None) -> date:
    """The study day to log for a learner who may have moved.

    The old zone counts until the study day of the move is over there, then `zone` does; and never a day before `last_day`, the last
    one logged (None: nothing logged yet). A date that is lost on the way needs no care: what it held is overdue on the next.
    """
    day = study_day(at, zone_in_force(at, zone, moved))
    return day if last_day is None else max(day, last_day)


def _new_day_since(moved: Moved, at: datetime) -> bool:
    return study_day(at, moved.from_zone) > study_day(moved.at, moved.from_zone)
