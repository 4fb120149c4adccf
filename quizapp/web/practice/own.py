"""The attempt that an address names, if it is this person's."""

from datetime import datetime

from flask import abort
from flask_login import current_user

from quizapp.models.engines import Busy
from quizapp.queries.attempts import Asked, Sheet, is_over, sheet
from quizapp.web.extensions import db
from quizapp.web.overdue import end_what_is_over


def own_sheet(attempt: int, at: datetime) -> Sheet:
    """It as it is now: one whose time is over has ended, whoever looks. Busy, soon, where it is over and that cannot be noted."""
    end_what_is_over(at)
    found = sheet(db.session(), current_user.id, attempt) or abort(404)
    if found.open and is_over(found.attempt.ends_at, at):
        raise Busy("The time of a quiz was over, which could not be noted.")
    return found


def own_question(attempt: int, position: int, at: datetime) -> tuple[Sheet, Asked]:
    """One of its questions."""
    found = own_sheet(attempt, at)
    return found, found.at(position) or abort(404)
