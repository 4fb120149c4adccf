"""Which study day it is for a learner."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Row, Select, func, select, union_all
from sqlalchemy.orm import Session

from quizapp.models import AttemptAnswer, Person, Review
from quizapp.queries.all_answers import answers_that_count
from quizapp.scheduling.days import Moved, effective_day


def study_day_of(session: Session, person: Person, at: datetime) -> date:
    """The learner's study day, never before the last one logged: who travels back in time zones lives a day on."""
    return effective_day(at, person.zone, session.scalar(last_day_logged(person.id)), moved_of(person))


def moved_of(person: Person | Row[Any]) -> Moved | None:
    """The last change of zone of a person, or of a row with their columns."""
    return Moved(person.moved_from, person.moved_at) if person.moved_from and person.moved_at else None


def days_studied(learner_id: int, day: date, back: timedelta) -> Select[tuple[date]]:
    """The study days, so far back from this one, on which a learner answered something that counts, in a quiz too; the latest first."""
    answers = answers_that_count(learner_id).c
    days = select(answers.study_day).where(answers.study_day.between(day - back, day)).distinct()
    return days.order_by(answers.study_day.desc())


def last_day_studied(learner_id: int, before: date) -> Select[tuple[date]]:
    """The last study day before this one on which a learner answered something that counts."""
    answers = answers_that_count(learner_id).c
    return select(func.max(answers.study_day)).where(answers.study_day < before)


def last_day_logged(learner_id: int) -> Select[tuple[date]]:
    """The last study day on which this learner answered anything."""
    days = (select(func.max(kind.study_day).label("day")).where(kind.learner_id == learner_id) for kind in (Review, AttemptAnswer))
    return select(func.max(union_all(*days).subquery().c.day))
