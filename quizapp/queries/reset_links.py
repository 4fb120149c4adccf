"""For whom a link sets a new password."""

from datetime import datetime, timedelta

from sqlalchemy import Select, select

from quizapp.models import Person, ResetLink
from quizapp.models.tokens import read_token

LASTS = timedelta(hours=1)


def person_of_link(token: str, at: datetime) -> Select[tuple[Person]]:
    """The person of a link that is neither used nor over."""
    person_id, token_hash = read_token(token)
    return (
        select(Person)
        .join(ResetLink, ResetLink.person_id == Person.id)
        .where(ResetLink.person_id == person_id, ResetLink.token_hash == token_hash, ResetLink.made_at > at - LASTS)
    )
