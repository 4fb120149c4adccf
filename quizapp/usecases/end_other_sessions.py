"""Sign a person out everywhere else."""

from sqlalchemy import delete
from sqlalchemy.orm import Session

from quizapp.models import Login
from quizapp.models.tokens import read_token
from quizapp.models.transactions import begin_writing


def end_other_sessions(session: Session, token: str) -> int:
    """End all sessions of a person but the one of this token; how many there were."""
    begin_writing(session)
    person_id, token_hash = read_token(token)
    others = delete(Login).where(Login.person_id == person_id, Login.token_hash != token_hash).returning(Login.token_hash)
    return len(session.scalars(others).all())
