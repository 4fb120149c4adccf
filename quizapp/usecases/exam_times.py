"""When an exam is over for whoever is in it, and how that follows what is set anew."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import update
from sqlalchemy.orm import Session

from quizapp.models import Assignment, Attempt, Enrolment, Quiz
from quizapp.models.transactions import begin_counting
from quizapp.queries.assignments import due_for, exams_open_in, extensions_of
from quizapp.queries.attempts import is_over
from quizapp.queries.exam_attempts import open_at

LEAST: Final = timedelta(minutes=5)
"""So much is left, or what was left if that is less, to whoever is in an exam that is made shorter."""


def ends_at(quiz: Quiz, due_at: datetime | None) -> datetime | None:
    """When an attempt that begins as its quiz is made is over: with its time limit or, if that comes first, when the exam is."""
    limit = None if quiz.seconds is None else quiz.made_at + timedelta(seconds=quiz.seconds * (100 + quiz.extra_time) // 100)
    return min((moment for moment in (limit, due_at) if moment is not None), default=None)


def follow(session: Session, assignment: Assignment, at: datetime, learner_id: int | None = None, extra_time: int | None = None) -> None:
    """Let the attempts at an exam that go on, of everybody or of one learner, end as its terms say now, counted from when they began; but
    not at once. `extra_time` is what they have now, where that has changed. One whose time is over stays over."""
    session.flush()
    extensions = {one.learner_id: one for one in session.scalars(extensions_of(assignment.id))}
    for attempt, quiz in session.execute(open_at(assignment.id, learner_id)).all():
        if not is_over(attempt.ends_at, at):
            quiz.seconds = assignment.seconds
            quiz.extra_time = quiz.extra_time if extra_time is None else extra_time
            end = ends_at(quiz, due_for(assignment, extensions.get(attempt.learner_id)))
            _move(attempt, _not_at_once(end, attempt.ends_at, at))


def follow_extra_time(session: Session, place: Enrolment, at: datetime) -> None:
    """Let the exams that a learner is in end with the extra time that they have in their course now."""
    for exam in session.scalars(exams_open_in(place.course_id, at)).all():
        change_alone(session, exam.id)
        follow(session, exam, at, place.person_id, place.extra_time)


def change_alone(session: Session, assignment_id: int) -> None:
    """Open the write transaction of who begins what is set, or changes it: nobody else does either meanwhile.

    Its row is written, not only locked, so that on PostgreSQL whoever saw it as it was before begins again; and the table of attempts is
    locked first, by all, so that no two wait for each other.
    """
    begin_counting(session, Attempt)
    itself = update(Assignment).where(Assignment.id == assignment_id).values(seed=Assignment.seed)
    session.execute(itself, execution_options={"synchronize_session": False})


def _move(attempt: Attempt, end: datetime | None) -> None:
    """Let an attempt end at another moment, of which its learner is still to be told."""
    known = attempt.known_end or attempt.ends_at
    attempt.ends_at = end
    attempt.known_end = None if end == known else known


def _not_at_once(end: datetime | None, before: datetime | None, at: datetime) -> datetime | None:
    soonest = at + LEAST if before is None else min(before, at + LEAST)
    return None if end is None else max(end, soonest)
