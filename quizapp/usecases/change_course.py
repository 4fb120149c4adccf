"""Change what a course is called, and in which zone its dates are."""

from sqlalchemy.orm import Session

from quizapp.models import Course
from quizapp.usecases.open_course import problems_of
from quizapp.usecases.wording import Problems


def change_course(session: Session, course: Course, title: str, zone: str) -> Course | Problems:
    """The course as it is described now."""
    title = " ".join(title.split())
    if problems := problems_of(title, zone):
        return problems
    course.title, course.zone = title, zone
    session.flush()
    return course
