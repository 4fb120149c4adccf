"""What a new password ends."""

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from quizapp.models import Login, Person, ResetLink


def begin_afresh(session: Session, person_id: int, password_hash: str) -> None:
    """Set a new password; end every session, and every link that could set another."""
    session.execute(update(Person).where(Person.id == person_id).values(password_hash=password_hash))
    session.execute(delete(Login).where(Login.person_id == person_id))
    session.execute(delete(ResetLink).where(ResetLink.person_id == person_id))
