"""Change a person's password."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.models import Login, Person
from quizapp.models.tokens import read_token
from quizapp.usecases.beginning_afresh import begin_afresh
from quizapp.usecases.confirming import confirm
from quizapp.usecases.opening import open_session
from quizapp.usecases.passwords import are_alike, hashed, what_is_wrong
from quizapp.usecases.throttling import Throttled, seconds_to_wait, tried
from quizapp.usecases.wording import Problems, sentence

SAME = sentence("This is what you typed as your present password. Choose another.")


@dataclass(frozen=True, slots=True)
class Changed:
    """The session that goes on, under a new token, and whether it stays when the browser is closed."""

    token: str
    stays: bool


def change_password(
    session: Session, token: str, password: str, new: str, address: str, at: datetime, key: str
) -> Changed | Problems | Throttled:
    """Set a new password for whoever knows the present one. Their sessions elsewhere end; this one gets a new token."""
    person_id, token_hash = read_token(token)
    name = session.scalars(select(Person.name).where(Person.id == person_id)).one()
    if problem := what_is_wrong(new, name):
        return {"new": problem}
    if are_alike(password, new):
        return {"new": SAME}
    if seconds := seconds_to_wait(session, tried(person_id, address, key), at):
        return Throttled(seconds)
    session.rollback()  # nobody is kept waiting while we hash
    new_hash = hashed(new)
    if refusal := confirm(session, person_id, password, address, at, key):
        return refusal
    here = session.get(Login, (person_id, token_hash))  # None: it was ended elsewhere meanwhile
    stays, device = (here.stays, here.device) if here else (False, "")
    begin_afresh(session, person_id, new_hash)
    return Changed(open_session(session, person_id, at, stays=stays, device=device), stays)
