"""Make a link with which a person sets a new password."""

from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from quizapp.models import ResetLink
from quizapp.models.tokens import new_token, read_token
from quizapp.models.transactions import begin_writing
from quizapp.queries.reset_links import LASTS


def make_reset_link(session: Session, person_id: int, at: datetime) -> str:
    """The token of a link that works once, within an hour. Links that are over are cleared away."""
    begin_writing(session)
    session.execute(delete(ResetLink).where(ResetLink.made_at <= at - LASTS))
    token = new_token(person_id)
    session.add(ResetLink(person_id=person_id, token_hash=read_token(token).token_hash, made_at=at))
    return token
