"""Take the private address of a person's calendar away."""

from sqlalchemy import delete
from sqlalchemy.orm import Session

from quizapp.models import Calendar
from quizapp.models.transactions import begin_writing


def remove_calendar(session: Session, person_id: int) -> None:
    """From now on the address leads nowhere."""
    begin_writing(session)
    session.execute(delete(Calendar).where(Calendar.person_id == person_id))
