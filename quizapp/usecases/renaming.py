"""Calling a person otherwise."""

from datetime import datetime

from sqlalchemy import delete, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from quizapp.models import Person, ResetLink
from quizapp.usecases.throttling import NOBODYS, SIGN_UP, Throttled, note_failure, seconds_to_wait, tried
from quizapp.usecases.wording import Problems, sentence

OFTEN = sentence("Many names were tried from here just now.")


def rename(
    session: Session, person_id: int, called: dict[str, str | None], taken: Problems, address: str, at: datetime, key: str
) -> Problems | Throttled | None:
    """Set a name, an address, or both; `taken` if somebody else is called so. Letters under way have gone to the old address: they end.

    That a name is taken tells something: it counts where making accounts counts, for the address that asks.
    """
    attempt = tried(NOBODYS, address, key, SIGN_UP)
    if seconds := seconds_to_wait(session, attempt, at):
        return Throttled(seconds, OFTEN)
    try:
        with session.begin_nested():
            session.execute(update(Person).where(Person.id == person_id).values(called))
    except IntegrityError:
        note_failure(session, attempt, at)
        return taken
    session.execute(delete(ResetLink).where(ResetLink.person_id == person_id))
    return None
