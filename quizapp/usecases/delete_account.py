"""Delete one's own account."""

from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.usecases.confirming import confirm
from quizapp.usecases.erase_person import erase_person
from quizapp.usecases.throttling import Throttled
from quizapp.usecases.wording import Problems, sentence

NOT_SURE = sentence("Tick the box if you want all of this erased for good.")


def delete_account(
    session: Session, person_id: int, password: str, sure: bool, address: str, at: datetime, key: str
) -> Problems | Throttled | None:
    """Erase everything of a person who knows their password and has said so twice; what lacks of the two is named at once."""
    refusal = confirm(session, person_id, password, address, at, key)
    if isinstance(refusal, Throttled):
        return refusal
    if problems := {**(refusal or {}), **({} if sure else {"sure": NOT_SURE})}:
        return problems
    erase_person(session, person_id, key)
    return None
