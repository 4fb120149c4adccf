"""Change the address to which a person's letters go."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.models import Person
from quizapp.usecases import names
from quizapp.usecases.confirming import confirm
from quizapp.usecases.renaming import rename
from quizapp.usecases.throttling import Throttled
from quizapp.usecases.wording import Problems, sentence

TAKEN = sentence("Somebody has this e-mail address already. Choose another.")
IS_THE_NAME = sentence("You are called by this address here. Choose a user name first, then take the address away.")


def change_email(
    session: Session, person_id: int, email: str, password: str, address: str, at: datetime, key: str
) -> Problems | Throttled | None:
    """Give a person who knows their password another e-mail address, or none. Who is called by the old one is called by the new one."""
    email = names.as_typed(email)
    if problem := names.what_is_wrong_with_address(email) if email else None:
        return {"email": problem}
    name = session.scalars(select(Person.name).where(Person.id == person_id)).one()
    if names.is_address(name) and not email:
        return {"email": IS_THE_NAME}
    if refusal := confirm(session, person_id, password, address, at, key):
        return refusal
    called = {"email": email or None, "email_key": names.name_key(email) or None}
    if names.is_address(name):
        called |= {"name": email, "name_key": names.name_key(email)}
    return rename(session, person_id, called, {"email": TAKEN}, address, at, key)
