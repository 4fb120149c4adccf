"""Sign a person out everywhere."""

from sqlalchemy import delete
from sqlalchemy.orm import Session

from quizapp.models import Login
from quizapp.models.transactions import begin_writing


def end_sessions(session: Session, person_id: int) -> int:
    """End all sessions of a person; how many there were."""
    begin_writing(session)
    return len(session.scalars(delete(Login).where(Login.person_id == person_id).returning(Login.token_hash)).all())
