"""Patients, and those close to them, find out what the words mean: no account, no row, nothing that stays.

They are asked in one way alone: docs/patients.md says why.
"""

from quizapp.web.patients import asking, beginning, learning, leaving, outlook
from quizapp.web.patients.blueprint import bp

__all__ = ["asking", "beginning", "bp", "learning", "leaving", "outlook"]
