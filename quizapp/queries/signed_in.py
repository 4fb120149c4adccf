"""Who is signed in."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Select, and_, or_, select

from quizapp.models import Login, Person
from quizapp.models.tokens import read_token

IDLE = timedelta(days=14)
IDLE_UNLESS_IT_STAYS = timedelta(hours=12)
LONGEST = timedelta(days=90)


def signed_in(token: str, at: datetime) -> Select[tuple[Person, Login]]:
    """The person whose browser brought this token, while their session lasts."""
    person_id, token_hash = read_token(token)
    return (
        select(Person, Login)
        .join(Login, Login.person_id == Person.id)
        .where(Login.person_id == person_id, Login.token_hash == token_hash, lasts(at))
    )


def lasts(at: datetime) -> ColumnElement[bool]:
    """Whether a session has ended neither by itself nor for want of use, which comes sooner where nobody asked to stay signed in."""
    return and_(Login.began_at > at - LONGEST, Login.seen_at > at - IDLE, or_(Login.stays, Login.seen_at > at - IDLE_UNLESS_IT_STAYS))
