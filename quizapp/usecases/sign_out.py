"""Sign a person out."""

from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.models.tokens import read_token
from quizapp.models.transactions import begin_writing
from quizapp.usecases.opening import clear_away, end_session


def sign_out(session: Session, token: str, at: datetime) -> bool:
    """End this session, so that its token is worth nothing from now on; and clear away others that are over."""
    begin_writing(session)
    ended = end_session(session, token)
    clear_away(session, read_token(token).person_id, at)
    return ended
