"""Where a person is signed in."""

from datetime import datetime

from sqlalchemy import Select, select

from quizapp.models import Login
from quizapp.queries.signed_in import lasts, since


def own_sessions(person_id: int, at: datetime) -> Select[tuple[Login]]:
    """The sessions of a person that last, the one used last first."""
    return (
        select(Login)
        .where(Login.person_id == person_id, lasts(since(at)))
        .order_by(Login.seen_at.desc(), Login.began_at.desc(), Login.token_hash)
    )
