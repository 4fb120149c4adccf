"""Opening and ending a session."""

from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from quizapp.models import Login
from quizapp.models.tokens import new_token, read_token
from quizapp.queries.signed_in import lasts, since
from quizapp.usecases.throttling import forget_other_days

NEIGHBOURS = 50


def open_session(session: Session, person_id: int, at: datetime, *, stays: bool = True, device: str = "") -> str:
    """Sign a person in here, and return the token that their browser is to keep."""
    token = new_token(person_id)
    token_hash = read_token(token).token_hash
    session.add(Login(person_id=person_id, token_hash=token_hash, began_at=at, seen_at=at, stays=stays, device=device))
    return token


def clear_away(session: Session, person_id: int, at: datetime) -> None:
    """Remove the sessions that are over, of this person and of those whose accounts were made about then: some may never come back.

    Of failures, those of other days go as well: nobody else may fail for long.
    """
    forget_other_days(session, at)
    near = Login.person_id.between(person_id - NEIGHBOURS, person_id + NEIGHBOURS)
    session.execute(delete(Login).where(near, ~lasts(since(at))))


def end_session(session: Session, token: str) -> bool:
    """End the session of a token; False if there is none."""
    person_id, token_hash = read_token(token)
    ended = delete(Login).where(Login.person_id == person_id, Login.token_hash == token_hash).returning(Login.person_id)
    return session.scalar(ended) is not None
