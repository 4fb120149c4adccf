"""Change what a course is called, and in which zone its dates are."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.models import Assignment, Course
from quizapp.queries.assignments import extensions_in
from quizapp.usecases.exam_times import change_alone
from quizapp.usecases.open_course import problems_of
from quizapp.usecases.wording import Problems


def change_course(session: Session, course: Course, title: str, zone: str, at: datetime) -> Course | Problems:
    """The course as it is described now. What is set stays on its days, which begin and end by the new zone, and what has opened stays
    open; whoever is in an exam keeps the time that they have."""
    title = " ".join(title.split())
    if problems := problems_of(title, zone):
        return problems
    if zone != course.zone:
        _take_along(session, course, ZoneInfo(course.zone), ZoneInfo(zone), at)
    course.title, course.zone = title, zone
    session.flush()
    return course


def _take_along(session: Session, course: Course, old: ZoneInfo, new: ZoneInfo, at: datetime) -> None:
    """Keep the day and the time of day of all that is set, and of each learner's later day."""

    def moved(moment: datetime) -> datetime:
        return moment.astimezone(old).replace(tzinfo=new)

    dated = select(Assignment).where(Assignment.course_id == course.id, Assignment.opens_at.is_not(None)).order_by(Assignment.id)
    for one in session.scalars(dated).all():
        change_alone(session, one.id)
        if one.opens_at and one.due_at:
            opens_at = moved(one.opens_at)
            one.opens_at = one.opens_at if one.opens_at <= at < opens_at else opens_at
            one.due_at = moved(one.due_at)
    for extension in session.scalars(extensions_in(course.id)):
        extension.due_at = extension.due_at and moved(extension.due_at)
