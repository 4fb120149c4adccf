"""Asking a person who is signed in for their password once more."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.models import Person, SignInAttempt
from quizapp.models.transactions import begin_counting
from quizapp.usecases.passwords import matches, matches_still
from quizapp.usecases.throttling import Throttled, forget_failures, note_failure, seconds_to_wait, tried
from quizapp.usecases.wording import Problems, sentence

WRONG = sentence("This is not your present password. Check it, and try again.")


def confirm(session: Session, person_id: int, password: str, address: str, at: datetime, key: str) -> Problems | Throttled | None:
    """Open the write transaction for whoever knows the password: None. Wrong ones count together with those at sign-in."""
    attempt = tried(person_id, address, key)
    if seconds := seconds_to_wait(session, attempt, at):
        return Throttled(seconds)
    known = session.scalar(select(Person.password_hash).where(Person.id == person_id))
    session.rollback()  # nobody is kept waiting while we hash
    right = matches(password, known)

    begin_counting(session, SignInAttempt)
    if seconds := seconds_to_wait(session, attempt, at):
        return Throttled(seconds)
    kept = session.scalar(select(Person.password_hash).where(Person.id == person_id).with_for_update())
    if not right or not matches_still(password, known, kept):  # it may have been changed while we hashed and waited
        note_failure(session, attempt, at)
        return {"password": WRONG}
    forget_failures(session, attempt)
    return None
