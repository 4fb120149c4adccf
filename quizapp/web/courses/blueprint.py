"""The pages of courses."""

from collections.abc import Callable

from flask import Blueprint
from flask_login import current_user

from quizapp.clock import now
from quizapp.models import Course
from quizapp.web.courses.words import clock_in_words

bp = Blueprint("courses", __name__)


@bp.context_processor
def clock_of_courses() -> dict[str, Callable[[Course], str]]:
    """Pages with dates say by which clock they are told."""
    return {"clock_of": lambda course: clock_in_words(course.zone, current_user.zone, now())}
