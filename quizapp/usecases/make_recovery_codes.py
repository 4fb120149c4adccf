"""Make the codes that stand in for a forgotten password."""

from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from quizapp.models import RecoveryCode
from quizapp.usecases.codes import code_hash, new_code
from quizapp.usecases.confirming import confirm
from quizapp.usecases.throttling import Throttled
from quizapp.usecases.wording import Problems

CODES = 10


def make_recovery_codes(
    session: Session, person_id: int, password: str, address: str, at: datetime, key: str
) -> tuple[str, ...] | Problems | Throttled:
    """Ten codes for a person who knows their password, each for one use. Those made before are worth nothing from now on."""
    if refusal := confirm(session, person_id, password, address, at, key):
        return refusal
    codes = tuple(new_code() for _ in range(CODES))
    session.execute(delete(RecoveryCode).where(RecoveryCode.person_id == person_id))
    session.add_all(RecoveryCode(person_id=person_id, code_hash=code_hash(code), made_at=at) for code in codes)
    return codes
