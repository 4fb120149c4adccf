"""Somebody with an account, for tests of accounts alone."""

from datetime import UTC, datetime

from sqlalchemy.orm import Session

from quizapp.models import Person
from quizapp.models.transactions import begin_writing, changing
from quizapp.queries.signed_in import signed_in
from quizapp.usecases.opening import open_session
from quizapp.usecases.sign_in import Refused, SignedIn, sign_in
from quizapp.usecases.sign_up import SignedUp, sign_up
from quizapp.usecases.throttling import Throttled

AT = datetime(2026, 3, 2, 12, tzinfo=UTC)
GOOD, OTHER = "lamp orbit velvet", "velvet orbit lamp"
KEY, ADDRESS = "secret", "192.0.2.1"


def up(session: Session, name: str = "Ann") -> SignedUp:
    outcome = changing(session, lambda: sign_up(session, name, GOOD, "UTC", AT))
    assert isinstance(outcome, SignedUp)
    return outcome


def elsewhere(session: Session, person_id: int, at: datetime = AT, stays: bool = True) -> str:
    """The token of a session that the person began in another browser."""

    def open_() -> str:
        begin_writing(session)
        return open_session(session, person_id, at, stays=stays, device="Firefox, Windows")

    return changing(session, open_)


def gets_in(session: Session, name: str, password: str = GOOD, at: datetime = AT) -> bool:
    """Whether this name and password sign somebody in."""
    outcome = changing(session, lambda: sign_in(session, name, password, ADDRESS, at, KEY))
    assert isinstance(outcome, SignedIn | Refused | Throttled)
    return isinstance(outcome, SignedIn)


def is_signed_in(session: Session, token: str, at: datetime = AT) -> bool:
    session.rollback()
    return session.execute(signed_in(token, at)).one_or_none() is not None


def person(session: Session, person_id: int) -> Person:
    session.rollback()
    return session.get_one(Person, person_id, populate_existing=True)
