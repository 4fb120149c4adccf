"""Sign a person in."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.models import Person, SignInAttempt
from quizapp.models.transactions import begin_counting
from quizapp.queries.people import called
from quizapp.usecases.names import name_key
from quizapp.usecases.opening import clear_away, end_session, open_session
from quizapp.usecases.passwords import hashed, is_kept_as_today, matches, matches_still
from quizapp.usecases.throttling import Throttled, forget_failures, note_failure, seconds_to_wait, tried
from quizapp.usecases.wording import sentence

__all__ = ["Refused", "SignedIn", "Throttled", "sign_in"]

WRONG = sentence("The name or the password is not right. Check both, and try again.")


@dataclass(frozen=True, slots=True)
class SignedIn:
    """The person, and the token of a session that is new."""

    person: Person
    token: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Not signed in: never whether the name or the password was wrong."""

    why: str


def sign_in(
    session: Session,
    name: str,
    password: str,
    address: str,
    at: datetime,
    key: str,
    *,
    replacing: str | None = None,
    stays: bool = True,
    device: str = "",
) -> SignedIn | Refused | Throttled:
    """Sign in who knows the password. The count of failures is looked at before the password, and again before anything is told.

    So is the password itself: it may be changed while it is hashed, and while others write.

    `replacing` is the token that the browser had before, whose session ends. An account is one, by its name and by its address.
    """
    typed = name_key(name)
    known = session.execute(called(typed).with_only_columns(Person.id, Person.password_hash)).one_or_none()
    attempt = tried(known.id if known else typed, address, key)
    if seconds := seconds_to_wait(session, attempt, at):
        return Throttled(seconds)
    session.rollback()  # nobody is kept waiting while we hash
    right = matches(password, known.password_hash if known else None)
    rehashed = hashed(password) if known and right and not is_kept_as_today(known.password_hash) else None

    begin_counting(session, SignInAttempt)
    if seconds := seconds_to_wait(session, attempt, at):
        return Throttled(seconds)
    person = session.get(Person, known.id, with_for_update=True, populate_existing=True) if known and right else None
    if known is None or person is None or not matches_still(password, known.password_hash, person.password_hash):
        note_failure(session, attempt, at)
        return Refused(WRONG)
    if rehashed and person.password_hash == known.password_hash:
        person.password_hash = rehashed
    forget_failures(session, attempt)
    if replacing:
        end_session(session, replacing)
    clear_away(session, person.id, at)
    return SignedIn(person, open_session(session, person.id, at, stays=stays, device=device))
