"""Put a course away, or take it out again."""

from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.models import Course


def archive_course(session: Session, course: Course, at: datetime | None) -> None:
    """From this moment on the course is only looked at, and nobody joins it; None: it goes on."""
    course.archived_at = at
    if at is not None:
        course.code = course.code_ends_at = None
    session.flush()
