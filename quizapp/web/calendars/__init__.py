"""Reminders: what the coming days hold, in one's own calendar."""

from quizapp.web.calendars import feed, setting_up
from quizapp.web.calendars.blueprint import bp

__all__ = ["bp", "feed", "setting_up"]
