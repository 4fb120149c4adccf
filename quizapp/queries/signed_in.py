"""Who is signed in."""

from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, and_, or_, select

from quizapp.models import Login, Person
from quizapp.models.tokens import read_token
from quizapp.models.upserts import table

IDLE = timedelta(days=14)
IDLE_UNLESS_IT_STAYS = timedelta(hours=12)
LONGEST = timedelta(days=90)


class Since(NamedTuple):
    """The moments after which a session that lasts began and was seen: moments, or places for them in a statement that is built once."""

    began: Any
    seen: Any
    seen_unless_it_stays: Any


def signed_in(token: str, at: datetime) -> Select[tuple[Person, Login]]:
    """The person whose browser brought this token, while their session lasts."""
    person_id, token_hash = read_token(token)
    return (
        select(Person, Login)
        .join(Login, Login.person_id == Person.id)
        .where(Login.person_id == person_id, Login.token_hash == token_hash, lasts(since(at)))
    )


def since(at: datetime) -> Since:
    """What lasts at a moment."""
    return Since(at - LONGEST, at - IDLE, at - IDLE_UNLESS_IT_STAYS)


def lasts(since: Since) -> ColumnElement[bool]:
    """Whether a session has ended neither by itself nor for want of use, which comes sooner where nobody asked to stay signed in."""
    login = table(Login).c
    return and_(login.began_at > since.began, login.seen_at > since.seen, or_(login.stays, login.seen_at > since.seen_unless_it_stays))
