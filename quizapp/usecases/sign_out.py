"""Sign a person out."""

from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from quizapp.models import Login
from quizapp.models.tokens import read_token
from quizapp.models.transactions import begin_writing
from quizapp.queries.signed_in import lasts, since
from quizapp.usecases.opening import end_session


def sign_out(session: Session, token: str, at: datetime) -> bool:
    """End this session, so that its token is worth nothing from now on; and clear away the person's others that are over."""
    begin_writing(session)
    ended = end_session(session, token)
    person_id = read_token(token).person_id
    session.execute(delete(Login).where(Login.person_id == person_id, ~lasts(since(at))))
    return ended
