"""Calendars for other programs, as RFC 5545 has them: whole days that say something and block nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256

from icalendar import Calendar, Event

REFRESHED = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class WholeDay:
    """An event that lasts a day: which, by which name programs know it, what it says in short and at length."""

    day: date
    uid: str
    summary: str
    description: str


def ical(name: str, days: Iterable[WholeDay], at: datetime) -> bytes:
    """A calendar as it is at a moment. Programs that follow it are asked to look again after some hours (RFC 7986)."""
    calendar = Calendar()
    calendar.add("prodid", "-//Quizapp//Quizapp//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", REFRESHED, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", f"PT{REFRESHED // timedelta(hours=1)}H")
    for day in days:
        calendar.add_component(_event(day, at))
    return bytes(calendar.to_ical())


def fingerprint(name: str, days: Iterable[WholeDay]) -> str:
    """Equal for calendars that say the same, whenever they were made."""
    return sha256(repr((name, *days)).encode()).hexdigest()


def _event(whole: WholeDay, at: datetime) -> Event:
    event = Event()
    event.add("uid", whole.uid)
    event.add("dtstamp", at)
    event.add("dtstart", whole.day)
    event.add("dtend", whole.day + timedelta(days=1))
    event.add("summary", whole.summary)
    event.add("description", whole.description)
    event.add("transp", "TRANSPARENT")
    return event
