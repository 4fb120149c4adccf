"""Calling a person otherwise."""

from sqlalchemy import delete, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from quizapp.models import Person, ResetLink


def rename(session: Session, person_id: int, **called: str | None) -> bool:
    """Set a name, an address, or both; False if somebody else is called so. Letters under way have gone to the old address: they end."""
    try:
        with session.begin_nested():
            session.execute(update(Person).where(Person.id == person_id).values(called))
    except IntegrityError:
        return False
    session.execute(delete(ResetLink).where(ResetLink.person_id == person_id))
    return True
