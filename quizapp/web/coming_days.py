"""Days to come, in words."""

from datetime import date

from quizapp.web.wording import format_date, ngettext
from quizapp.web.wording import gettext as _


def day_in_words(day: date, today: date) -> str:
    """A day near enough to be counted is counted: "tomorrow", "in 6 days, on Saturday 28 November"."""
    away = (day - today).days
    if away <= 0:
        return _("today")
    if away == 1:
        return _("tomorrow")
    written = format_date(day, "EEEE d MMMM" if day.year == today.year else "d MMMM y")
    return ngettext("in %(num)d day, on %(day)s", "in %(num)d days, on %(day)s", away, day=written)
