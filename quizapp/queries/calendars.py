"""Private addresses of calendars."""

from sqlalchemy import Select, select

from quizapp.models import Calendar, Person
from quizapp.models.tokens import read_token


def own_calendar(person_id: int) -> Select[tuple[Calendar]]:
    """A person's private address, if they have one."""
    return select(Calendar).where(Calendar.person_id == person_id)


def person_of_calendar(token: str) -> Select[tuple[Person]]:
    """Whose calendar has this token."""
    person_id, token_hash = read_token(token)
    return (
        select(Person)
        .join(Calendar, Calendar.person_id == Person.id)
        .where(Calendar.person_id == person_id, Calendar.token_hash == token_hash)
    )
