"""Choose what a learner is asked next."""

from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.models import Person
from quizapp.queries.study_days import study_day_of
from quizapp.queries.today import queue_of


def next_question(session: Session, person: Person, at: datetime) -> int | None:
    """The objective to ask about next; None when the day is done."""
    return queue_of(session, person, study_day_of(session, person, at))[0].next
