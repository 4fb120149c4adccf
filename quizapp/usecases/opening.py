"""Opening and ending a session."""

from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from quizapp.models import Login
from quizapp.models.tokens import new_token, read_token


def open_session(session: Session, person_id: int, at: datetime, *, stays: bool = True, device: str = "") -> str:
    """Sign a person in here, and return the token that their browser is to keep."""
    token = new_token(person_id)
    token_hash = read_token(token).token_hash
    session.add(Login(person_id=person_id, token_hash=token_hash, began_at=at, seen_at=at, stays=stays, device=device))
    return token


def end_session(session: Session, token: str) -> bool:
    """End the session of a token; False if there is none."""
    person_id, token_hash = read_token(token)
    ended = delete(Login).where(Login.person_id == person_id, Login.token_hash == token_hash).returning(Login.person_id)
    return session.scalar(ended) is not None
