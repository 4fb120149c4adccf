"""The blueprint that the routes of practice hang on."""

from collections.abc import Callable
from datetime import datetime

from flask import Blueprint
from flask_login import current_user

from quizapp.web.wording import format_moment

bp = Blueprint("practice", __name__)


@bp.context_processor
def moments() -> dict[str, Callable[[datetime], str]]:
    """How a moment is told to whoever is signed in."""
    return {"moment": lambda at: format_moment(at, current_user.zone)}
