"""Numbers, shares and days as the figures say them."""

from datetime import date

from quizapp.web.wording import format_date
from quizapp.web.wording import gettext as _


def percent(share: float) -> str:
    """A share (0 to 1) in whole percent."""
    return _("%(percent)s\u00a0%%", percent=round(100 * share))


def percent_of(some: int, all_of_them: int) -> str:
    """Which share some are of all; a dash where there are none."""
    return percent(some / all_of_them) if all_of_them else "–"


def in_ten(share: float) -> int:
    """How many times in ten a share (0 to 1) comes to, a half upwards."""
    return int(10 * share + 0.5)


def short_day(day: date) -> str:
    """A day for the foot of a drawing: "9 Mar"."""
    return format_date(day, "d MMM")


def long_day(day: date) -> str:
    """A day for a table: "Mon 9 March"."""
    return format_date(day, "EEE d MMMM")
