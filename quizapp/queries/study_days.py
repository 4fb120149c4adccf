"""Which study day it is for a learner."""

from datetime import date, datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from quizapp.models import Person, Review
from quizapp.scheduling.days import effective_day


def study_day_of(session: Session, person: Person, at: datetime) -> date:
    """The learner's study day, never before the last one logged: who travels back in time zones lives a day on."""
    return effective_day(at, person.zone, session.scalar(last_day_logged(person.id)))


def last_day_logged(learner_id: int) -> Select[tuple[date]]:
    """The last study day on which this learner answered anything."""
    return select(func.max(Review.study_day)).where(Review.learner_id == learner_id)
