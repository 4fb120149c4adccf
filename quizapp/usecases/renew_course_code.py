"""Give a course a new code to join by."""

from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.models import Course
from quizapp.usecases.course_codes import LASTS, new_code


def renew_course_code(session: Session, course: Course, at: datetime) -> str:
    """A code that works from now on, for 60 days; the one before works no more."""
    course.code, course.code_ends_at = new_code(), at + LASTS
    session.flush()
    return course.code
