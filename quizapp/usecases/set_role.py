"""Say what a person may do here beyond learning."""

from sqlalchemy import update
from sqlalchemy.orm import Session

from quizapp.models import Person
from quizapp.models.people import ROLES
from quizapp.models.transactions import begin_writing


def set_role(session: Session, person_id: int, role: str) -> bool:
    """Make a person an administrator, an editor, or a learner like everybody; False if there is no such person."""
    assert role in ROLES
    begin_writing(session)
    return session.scalar(update(Person).where(Person.id == person_id).values(role=role).returning(Person.id)) is not None
