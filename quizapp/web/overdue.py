"""Ending what the clock has ended, and telling what an exam kept to itself: no request does that by itself, and every page that counts
answers may find that it is so."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial

from flask import request
from flask_login import current_user
from sqlalchemy import select, union, union_all

from quizapp.clock import now
from quizapp.models import Attempt, Enrolment
from quizapp.models.transactions import changing
from quizapp.queries.attempts import overdue, overdue_in
from quizapp.queries.courses import learning_in
from quizapp.queries.exam_attempts import overdue_at
from quizapp.queries.withheld import told_since
from quizapp.usecases.end_overdue import end_overdue
from quizapp.web.extensions import db
from quizapp.web.guarding import SAFE
from quizapp.web.noting import PATIENCE, noted


def end_what_is_over(at: datetime | None = None) -> None:
    """End the attempts of the person who asks whose time is over; a guest has none."""
    if not current_user.is_authenticated:
        return
    person_id, moment = current_user.id, at or now()
    told = told_since(moment).where(Attempt.learner_id == person_id)
    if db.session.scalar(union_all(overdue(person_id, moment), told.with_only_columns(Attempt.attempt)).limit(1)) is not None:
        _end([person_id], moment)


def end_what_is_over_in(course_id: int, at: datetime) -> None:
    """The same for all who learn in a course, before somebody is told how they do."""
    here = select(Enrolment.person_id).where(*learning_in(course_id))
    told = told_since(at).where(Attempt.learner_id.in_(here)).with_only_columns(Attempt.learner_id)
    _end(db.session.scalars(union(overdue_in(course_id, at), told)).all(), at)


def end_what_is_over_at(assignment_id: int, at: datetime) -> None:
    """The same for all who took an exam: they may not have looked since."""
    _end(db.session.scalars(overdue_at(assignment_id, at)).all(), at)


def _end(learners: Iterable[int], at: datetime) -> None:
    """End theirs. A page that is only read waits for nobody who writes: no answer is taken any more, and the next page ends it as well."""
    reads = request.method in SAFE
    for learner_id in learners:
        end = partial(end_overdue, db.session(), learner_id, at, PATIENCE if reads else None)
        if not reads:
            changing(db.session(), end)
        elif noted(end, "The time of a quiz was over, which could not be noted.") is None:
            return
