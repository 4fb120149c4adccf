"""Sign a person out somewhere."""

from sqlalchemy import delete
from sqlalchemy.orm import Session

from quizapp.models import Login
from quizapp.models.transactions import begin_writing


def end_own_session(session: Session, person_id: int, token_hash: bytes) -> bool:
    """End one session of a person; False if they have none like it."""
    begin_writing(session)
    ended = delete(Login).where(Login.person_id == person_id, Login.token_hash == token_hash).returning(Login.person_id)
    return session.scalar(ended) is not None
