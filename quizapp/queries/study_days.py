"""Which study day it is for a learner."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import Session

from quizapp.models import Person, Review
from quizapp.scheduling.days import Moved, effective_day


def study_day_of(session: Session, person: Person, at: datetime) -> date:
    """The learner's study day, never before the last one logged: who travels back in time zones lives a day on."""
    return effective_day(at, person.zone, session.scalar(last_day_logged(person.id)), moved_of(person))


def moved_of(person: Person | Row[Any]) -> Moved | None:
    """The last change of zone of a person, or of a row with their columns."""
    return Moved(person.moved_from, person.moved_at) if person.moved_from and person.moved_at else None


def last_day_logged(learner_id: int) -> Select[tuple[date]]:
    """The last study day on which this learner answered anything."""
    return select(func.max(Review.study_day)).where(Review.learner_id == learner_id)
