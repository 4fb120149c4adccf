"""End the code of a course."""

from sqlalchemy.orm import Session

from quizapp.models import Course


def end_course_code(session: Session, course: Course) -> None:
    """From now on nobody joins by a code."""
    course.code = course.code_ends_at = None
    session.flush()
