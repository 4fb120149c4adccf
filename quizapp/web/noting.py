"""What a page notes while it is only looked at: nobody waits for that, and no page fails by it."""

import sqlite3
from collections.abc import Callable
from typing import TypeVar

from flask import current_app
from sqlalchemy.exc import OperationalError

from quizapp.models.engines import Busy
from quizapp.models.transactions import changing
from quizapp.web.extensions import db

Outcome = TypeVar("Outcome")
PATIENCE = 0.25  # seconds: the page that somebody waits for is worth more than the note


def noted(change: Callable[[], Outcome], otherwise: str) -> Outcome | None:
    """Note something, or let it be where the database is busy, full or only to be read, and tell the log so."""
    try:
        return changing(db.session(), change, PATIENCE)
    except (Busy, OperationalError, sqlite3.OperationalError):
        current_app.logger.warning(otherwise)
        return None
