"""Ask for a letter with which a new password can be set."""

from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.models import SignInAttempt
from quizapp.models.transactions import begin_counting
from quizapp.usecases.names import name_key
from quizapp.usecases.throttling import LETTER, Throttled, note_failure, seconds_to_wait, tried
from quizapp.usecases.wording import sentence

OFTEN = sentence("Several letters were asked for just now.")


def ask_for_letter(session: Session, name: str, address: str, at: datetime, key: str) -> Throttled | None:
    """Count the request. Whether anybody has this name is not looked at, so that neither the answer nor its time tells."""
    begin_counting(session, SignInAttempt)
    attempt = tried(name_key(name), address, key, LETTER)
    if seconds := seconds_to_wait(session, attempt, at):
        return Throttled(seconds, OFTEN)
    note_failure(session, attempt, at)
    return None
