"""Patients, and those close to them, find out what the words mean: no account, no row, nothing that stays."""

from quizapp.web.patients import asking, beginning, learning, leaving, outlook
from quizapp.web.patients.blueprint import bp

__all__ = ["asking", "beginning", "bp", "learning", "leaving", "outlook"]
