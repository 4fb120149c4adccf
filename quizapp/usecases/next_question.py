"""Choose what a learner is asked next."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.models import Person
from quizapp.queries.study_days import study_day_of
from quizapp.queries.today import queue_of


def next_question(session: Session, person: Person, at: datetime, skipped: Collection[int] = ()) -> int | None:
    """The objective to ask about next; None when the day is done, but for what was skipped."""
    return queue_of(session, person, study_day_of(session, person, at), skipped)[0].next
