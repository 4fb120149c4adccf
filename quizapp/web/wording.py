"""The sentences of pages in the reader's language."""

from datetime import datetime
from zoneinfo import ZoneInfo

import flask_babel


def gettext(sentence: str, **values: object) -> str:
    """A sentence with its values filled in."""
    return str(flask_babel.gettext(sentence, **values))


def ngettext(one: str, many: str, number: int, **values: object) -> str:
    """A sentence about a number of things."""
    return str(flask_babel.ngettext(one, many, number, **values))


def format_date(day: object, pattern: str) -> str:
    """A day, written as the language writes it."""
    return str(flask_babel.format_date(day, pattern))


def format_day(moment: datetime, zone: str) -> str:
    """The day of a moment as calendars show it in a zone."""
    return format_date(moment.astimezone(ZoneInfo(zone)).date(), "d MMMM y")


def format_moment(moment: datetime, zone: str) -> str:
    """A moment as clocks and calendars show it in a zone."""
    return str(flask_babel.format_datetime(moment.astimezone(ZoneInfo(zone)), "d MMMM y, HH:mm", rebase=False))
