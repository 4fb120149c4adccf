"""Copy a course."""

from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from quizapp.models import Aside, AssignedObjective, Assignment, Course, Person, Section
from quizapp.models.courses import LONGEST_TITLE
from quizapp.models.transactions import begin_writing
from quizapp.queries.assignments import objectives_in
from quizapp.usecases.enrolling import enrol

SAME = ("title", "goal", "mode", "number", "attempts", "seconds", "pass_mark", "answers_wait")


def copy_course(session: Session, course: Course, person: Person, at: datetime, *, called: str = "") -> Course:
    """A course with the same title, zone, sections, what is set and what is put aside, whose owner is whoever copies it, called as they are
    here. No people and no dates come along."""
    begin_writing(session)
    made = Course(title=f"{course.title} 2"[:LONGEST_TITLE], zone=course.zone, opened_at=at)
    session.add(made)
    session.flush()
    for section in session.scalars(select(Section).where(Section.course_id == course.id)):
        session.add(Section(course_id=made.id, section=section.section, title=section.title))
    for assignment in session.scalars(select(Assignment).where(Assignment.course_id == course.id).order_by(Assignment.id)).all():
        _copy(session, assignment, made.id, at)
    for aside in session.scalars(select(Aside).where(Aside.course_id == course.id, Aside.ended_at.is_(None))):
        whose = {"objective_id": aside.objective_id, "template": aside.template, "by_id": aside.by_id, "aside_at": aside.aside_at}
        session.add(Aside(course_id=made.id, because=aside.because, words=aside.words, **whose))
    enrol(session, person, made.id, "owner", at, called=called)
    return made


def _copy(session: Session, assignment: Assignment, course_id: int, at: datetime) -> None:
    """The same to be set again: another exam is drawn for it."""
    made = Assignment(course_id=course_id, made_at=at, **{name: getattr(assignment, name) for name in SAME})
    session.add(made)
    session.flush()
    rows = [{"assignment_id": made.id, "objective_id": one.id} for one in session.scalars(objectives_in(assignment.id))]
    if rows:
        session.execute(insert(AssignedObjective), rows)
