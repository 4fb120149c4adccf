"""What an exam of a course does not tell its learners yet: which answers were right, as long as somebody may still take it."""

from datetime import datetime

from sqlalchemy import ColumnElement, exists, func, or_, select
from sqlalchemy.orm import Session

from quizapp.models import Assignment, Extension, Quiz


def answers_wait(at: datetime) -> ColumnElement[bool]:
    """What is asked of a quiz so that its learner is not told yet what was right in it: of an exam that is not due for everybody. Trials
    are told at once."""
    later = exists().where(Extension.assignment_id == Assignment.id, Extension.due_at > at)
    waits = Assignment.answers_wait, or_(Assignment.due_at > at, later)
    return (~Quiz.trial) & exists().where(Assignment.id == Quiz.assignment_id, *waits)


def told_from(session: Session, quiz: Quiz, at: datetime) -> datetime | None:
    """From when on a learner is told what was right in a quiz; None where they are told already."""
    assignment = session.get(Assignment, quiz.assignment_id) if quiz.assignment_id is not None and not quiz.trial else None
    if assignment is None or not assignment.answers_wait or assignment.due_at is None:
        return None
    latest = session.scalar(select(func.max(Extension.due_at, type_=Extension.due_at.type)).where(Extension.assignment_id == assignment.id))
    moment = max(one for one in (assignment.due_at, latest) if one is not None)
    return moment if moment > at else None
