"""Count that somebody uses what costs the program much."""

from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.models import SignInAttempt
from quizapp.models.transactions import begin_counting
from quizapp.usecases.throttling import Purpose, Throttled, note_failure, seconds_to_wait, tried
from quizapp.usecases.wording import sentence

OFTEN = sentence("This was asked for several times just now.")


def count_use(
    session: Session, purpose: Purpose, person_id: int, address: str, at: datetime, key: str, patience: float | None = None
) -> Throttled | None:
    """Count one use by a person from an address, unless there were too many in the last quarter of an hour.

    `patience` is in seconds, where the count is worth no long wait.
    """
    begin_counting(session, SignInAttempt, patience=patience)
    attempt = tried(person_id, address, key, purpose)
    if seconds := seconds_to_wait(session, attempt, at):
        return Throttled(seconds, OFTEN)
    note_failure(session, attempt, at)
    return None
