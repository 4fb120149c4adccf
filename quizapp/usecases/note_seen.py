"""Note that a session is in use."""

from datetime import datetime, timedelta

from sqlalchemy import update
from sqlalchemy.orm import Session

from quizapp.models import Login
from quizapp.models.tokens import read_token
from quizapp.models.transactions import begin_writing

NOTED_EVERY = timedelta(minutes=10)


def is_stale(login: Login, at: datetime) -> bool:
    """Whether it is time to note that a session is in use."""
    return at - login.seen_at >= NOTED_EVERY


def note_seen(session: Session, token: str, at: datetime, patience: float | None = None) -> bool:
    """Keep a session from ending for want of use. False if it has ended, or was noted a moment ago.

    `patience` is in seconds, where the note is worth no long wait.
    """
    begin_writing(session, patience)
    person_id, token_hash = read_token(token)
    noted = (
        update(Login)
        .where(Login.person_id == person_id, Login.token_hash == token_hash, Login.seen_at <= at - NOTED_EVERY)
        .values(seen_at=at)
        .returning(Login.person_id)
    )
    return session.scalar(noted) is not None
