"""Erase a person and all that belongs to them."""

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from quizapp.models import Person
from quizapp.models.transactions import begin_writing
from quizapp.usecases.passing_on import pass_courses_on
from quizapp.usecases.throttling import forget_accounts


def erase_person(session: Session, person_id: int, key: str) -> bool:
    """Erase every row of a person, in every table, at once; False if there is no such person."""
    begin_writing(session)
    person = session.execute(select(Person.name_key, Person.email_key).where(Person.id == person_id)).one_or_none()
    if person is None:
        return False
    forget_accounts(session, [person_id, *filter(None, person)], key)
    pass_courses_on(session, person_id)
    session.execute(delete(Person).where(Person.id == person_id))
    return True
