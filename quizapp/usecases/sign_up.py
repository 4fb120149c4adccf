"""Make an account."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.models import Person, SignInAttempt
from quizapp.models.transactions import begin_counting, read_enough
from quizapp.models.upserts import insert_into
from quizapp.scheduling.days import known_zones
from quizapp.usecases import names, passwords
from quizapp.usecases.opening import end_session, open_session
from quizapp.usecases.passwords import SHORTEST as SHORTEST_PASSWORD
from quizapp.usecases.throttling import NOBODYS, SIGN_UP, Throttled, note_failure, seconds_to_wait, tried
from quizapp.usecases.wording import Problems, sentence

__all__ = ["SHORTEST_PASSWORD", "SignedUp", "sign_up"]

OFTEN = sentence("Many accounts were made from here just now.")


@dataclass(frozen=True, slots=True)
class SignedUp:
    """The new person, and the token of the session in which they are signed in."""

    person: Person
    token: str


def sign_up(
    session: Session,
    name: str,
    password: str,
    zone: str,
    at: datetime,
    *,
    audience: str | None = "nursing",
    helping: bool = False,
    language: str = "en",
    replacing: str | None = None,
    stays: bool = True,
    device: str = "",
    address: str = "",
    key: str = "",
) -> SignedUp | Problems | Throttled:
    """Make an account under a name that nobody has, and sign its owner in. The zone is UTC where none is said.

    `replacing` is the token that the browser had before, whose session ends. Each time that comes as far as hashing counts for the address
    that asks, also where the name is taken, since that tells something. No `audience` is a choice that was not made.
    """
    name, zone = names.as_typed(name), zone or "UTC"
    problems = _problems(name, password, zone, audience)
    if problems:
        return problems
    attempt = tried(NOBODYS, address, key, SIGN_UP)
    if seconds := seconds_to_wait(session, attempt, at):
        return Throttled(seconds, OFTEN)
    read_enough(session)  # nobody is kept waiting while we hash, but whoever makes many people at once loses none
    name_key, password_hash = names.name_key(name), passwords.hashed(password)
    begin_counting(session, SignInAttempt)
    if seconds := seconds_to_wait(session, attempt, at):
        return Throttled(seconds, OFTEN)
    note_failure(session, attempt, at)
    row = {
        "name": name,
        "name_key": name_key,
        "password_hash": password_hash,
        "audience": audience,
        "helping": helping,
        "language": language,
        "zone": zone,
        "joined_at": at,
        "email": name if names.is_address(name) else None,
        "email_key": name_key if names.is_address(name) else None,
    }
    insert = insert_into(Person, session.get_bind().dialect.name).on_conflict_do_nothing().returning(Person.id)
    person_id: int | None = session.scalar(insert, row)
    if person_id is None:
        return {"name": sentence("Somebody has this name already. Choose another, or sign in if it is yours.")}
    person = session.scalars(select(Person).where(Person.id == person_id)).one()
    if replacing:
        end_session(session, replacing)
    return SignedUp(person, open_session(session, person_id, at, stays=stays, device=device))


def _problems(name: str, password: str, zone: str, audience: str | None) -> Problems:
    found = {
        "words": None if audience else sentence("Choose how facts are told to you."),
        "name": names.what_is_wrong(name),
        "password": passwords.what_is_wrong(password, name),
        "zone": None if zone in known_zones() else sentence("Choose a time zone from the list."),
    }
    return {field: problem for field, problem in found.items() if problem}
