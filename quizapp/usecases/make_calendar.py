"""Give a person's calendar a private address."""

import secrets
from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from quizapp.models import Calendar
from quizapp.models.tokens import derived_token, read_token
from quizapp.models.transactions import begin_writing


def make_calendar(session: Session, person_id: int, at: datetime, key: str) -> str:
    """The token of a new address. From now on the one before, if there was one, leads nowhere."""
    begin_writing(session)
    session.execute(delete(Calendar).where(Calendar.person_id == person_id))
    grain = secrets.token_bytes(16)
    token = derived_token(person_id, grain, key)
    session.add(Calendar(person_id=person_id, token_hash=read_token(token).token_hash, grain=grain, made_at=at))
    return token
