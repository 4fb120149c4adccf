"""What an exam of a course does not tell yet: which answers were right, as long as somebody may still take it."""

from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select, union_all
from sqlalchemy.orm import Session, aliased

from quizapp.models import Assignment, Attempt, Extension, Quiz

Taken, GoingOn = aliased(Quiz), aliased(Attempt)
OPEN = (GoingOn.learner_id == Taken.learner_id, GoingOn.quiz == Taken.quiz, GoingOn.ended_at.is_(None), ~Taken.trial)


def answers_wait(at: datetime, apart_from: int | None = None) -> ColumnElement[bool]:
    """What is asked of a quiz so that nobody is told yet what was right in it: of an exam that is not over for everybody, trials aside.
    `apart_from` is the course that asks: those who teach it know what it has set."""
    later = exists().where(Extension.assignment_id == Assignment.id, Extension.due_at > at)
    going_on = exists().where(Taken.assignment_id == Assignment.id, *OPEN, GoingOn.ends_at > at)
    waits = (Assignment.answers_wait, Assignment.due_at.is_not(None), or_(Assignment.due_at > at, later, going_on))
    others = () if apart_from is None else (Assignment.course_id != apart_from,)
    return (~Quiz.trial) & exists().where(Assignment.id == Quiz.assignment_id, *waits, *others)


def untold_attempts(learner_id: int, at: datetime) -> Select[tuple[int]]:
    """Those attempts of a learner of which they are not told yet what was right."""
    its_quiz = and_(Quiz.learner_id == Attempt.learner_id, Quiz.quiz == Attempt.quiz)
    return select(Attempt.attempt).join(Quiz, its_quiz).where(Attempt.learner_id == learner_id, answers_wait(at))


def told_since(at: datetime) -> Select[tuple[int, int]]:
    """The attempts, and whose they are, that were untold when they ended and are so no more, though nobody has noted it."""
    its_quiz = and_(Quiz.learner_id == Attempt.learner_id, Quiz.quiz == Attempt.quiz)
    return select(Attempt.learner_id, Attempt.attempt).join(Quiz, its_quiz).where(Attempt.untold, ~answers_wait(at))


def told_from(session: Session, quiz: Quiz, at: datetime) -> datetime | None:
    """From when on a learner is told what was right in a quiz; None where they are told already."""
    this = select(Quiz.assignment_id).where(Quiz.learner_id == quiz.learner_id, Quiz.quiz == quiz.quiz, answers_wait(at))
    if (waits := session.scalar(this)) is None:
        return None
    ends = union_all(
        select(Assignment.due_at.label("at")).where(Assignment.id == waits),
        select(Extension.due_at).where(Extension.assignment_id == waits),
        select(GoingOn.ends_at).join(Taken, and_(*OPEN)).where(Taken.assignment_id == waits),
    ).subquery()
    moment: datetime | None = session.scalar(select(func.max(ends.c.at, type_=Assignment.due_at.type)))
    return moment
