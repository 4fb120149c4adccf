"""Take back a day off, or a holiday."""

from datetime import date

from sqlalchemy import delete
from sqlalchemy.orm import Session

from quizapp.models import Break
from quizapp.models.transactions import begin_writing


def drop_break(session: Session, learner_id: int, first_day: date) -> bool:
    """Plan it no more. False if there is none that begins on this day."""
    begin_writing(session)
    gone = delete(Break).where(Break.learner_id == learner_id, Break.first_day == first_day).returning(Break.first_day)
    return session.scalar(gone) is not None
