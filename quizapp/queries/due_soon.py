"""What a learner's courses have set that is due in the time to come, and not done yet."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Select, and_, case, select
from sqlalchemy.orm import Session

from quizapp.models import Assignment, Course, Enrolment, Extension, Person
from quizapp.queries.own_standing import still_to_do

SOON = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class DueSoon:
    """Something that is set, its course, by when it is due for the learner, and whether it is open yet."""

    assignment: Assignment
    course: Course
    due_at: datetime
    open: bool = True


def due_soon(session: Session, learner_id: int, at: datetime, within: timedelta = SOON) -> tuple[DueSoon, ...]:
    """What is due within this time, soonest first, without exams that are passed or cannot be taken again, and what is at its goal."""
    found = session.execute(_due(learner_id, at).where(_due_at() <= at + within)).all()
    to_do = still_to_do(session, [(one, course, place) for one, course, place, _ in found if one.has_opened(at)], at)
    return tuple(
        DueSoon(one, course, due_at, one.has_opened(at)) for one, course, _, due_at in found if not one.has_opened(at) or one.id in to_do
    )


def own_due(session: Session, learner_id: int, assignment_id: int, at: datetime) -> DueSoon | None:
    """Something that is set for a learner and not over, whether it is done or not."""
    found = session.execute(_due(learner_id, at).where(Assignment.id == assignment_id)).one_or_none()
    return DueSoon(found[0], found[1], found[3], found[0].has_opened(at)) if found else None


def _due_at() -> ColumnElement[datetime]:
    return case((Extension.due_at > Assignment.due_at, Extension.due_at), else_=Assignment.due_at)


def _due(learner_id: int, at: datetime) -> Select[tuple[Assignment, Course, Enrolment, datetime]]:
    """A patient's account is outside every course."""
    return (
        select(Assignment, Course, Enrolment, _due_at())
        .join(Course, Course.id == Assignment.course_id)
        .join(Enrolment, and_(Enrolment.course_id == Course.id, Enrolment.person_id == learner_id))
        .join(Person, Person.id == Enrolment.person_id)
        .outerjoin(Extension, and_(Extension.assignment_id == Assignment.id, Extension.learner_id == learner_id))
        .where(
            Person.audience == "nursing",
            Enrolment.role == "learner",
            Enrolment.left_at.is_(None),
            Course.archived_at.is_(None),
            Assignment.opens_at.is_not(None),
            _due_at() > at,
        )
        .order_by(_due_at(), Assignment.id)
    )
