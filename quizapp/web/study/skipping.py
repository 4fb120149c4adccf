"""Skipping a question: nothing is logged, and the next one comes. It is asked again when the day is gone on with, or tomorrow.

What was skipped lives in the signed cookie for the study day, so that it leaves no trace among the answers.
"""

from datetime import date

from flask import session

FIELD, MOST = "skipped", 50


def skipped(day: date) -> frozenset[int]:
    """The objectives that were skipped on this study day."""
    return frozenset(_kept(day))


def keep_skipped(day: date, objective_id: int) -> None:
    """Note that a question was skipped, once; the oldest make room."""
    others = [one for one in _kept(day) if one != objective_id]
    session[FIELD] = [day.isoformat(), *[*others, objective_id][-MOST:]]


def forget_skipped(*objectives: int) -> None:
    """Ask these again as if they had not been skipped; all, where none are named."""
    if FIELD not in session:
        return
    day, *kept = session.pop(FIELD)
    if left := [one for one in kept if one not in objectives] if objectives else []:
        session[FIELD] = [day, *left]


def _kept(day: date) -> list[int]:
    of, *kept = session.get(FIELD, [""])
    return kept if of == day.isoformat() else []
