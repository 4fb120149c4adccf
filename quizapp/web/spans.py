"""Spans of time in words."""

from datetime import timedelta

from quizapp.web.wording import ngettext


def span(time: timedelta) -> str:
    """A span of time, in minutes or, where it is under two and not one, in seconds."""
    seconds = max(0, round(time.total_seconds()))
    if seconds < 120 and seconds != 60:
        return ngettext("%(num)d second", "%(num)d seconds", seconds)
    return ngettext("%(num)d minute", "%(num)d minutes", seconds // 60)
