"""Make the codes that stand in for a forgotten password."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from quizapp.models import RecoveryCode
from quizapp.queries.recovery_codes import codes_made_at
from quizapp.usecases.codes import code_hash, new_code
from quizapp.usecases.confirming import confirm
from quizapp.usecases.throttling import Throttled
from quizapp.usecases.wording import Problems

CODES = 10


@dataclass(frozen=True, slots=True)
class MadeAlready:
    """Others were made since the form was drawn, as by its being sent before: they were shown then."""


def make_recovery_codes(
    session: Session, person_id: int, password: str, address: str, at: datetime, key: str, *, instead_of: str = ""
) -> tuple[str, ...] | MadeAlready | Problems | Throttled:
    """Ten codes for a person who knows their password, each for one use. Those made before are worth nothing from now on.

    `instead_of` says which ones the form knew of, by `which_codes`.
    """
    if refusal := confirm(session, person_id, password, address, at, key):
        return refusal
    if instead_of != which_codes(session, person_id):  # asked once nobody else can make any, or two presses would each show ten
        return MadeAlready()
    codes = tuple(new_code() for _ in range(CODES))
    session.execute(delete(RecoveryCode).where(RecoveryCode.person_id == person_id))
    session.add_all(RecoveryCode(person_id=person_id, code_hash=code_hash(code), made_at=at) for code in codes)
    return codes


def which_codes(session: Session, person_id: int) -> str:
    """What tells the codes that a person has from any others; empty where there are none."""
    made_at = session.scalar(codes_made_at(person_id))
    return made_at.isoformat() if made_at else ""
