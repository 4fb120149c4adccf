"""Set a new password by a recovery code."""

from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from quizapp.models import Person, RecoveryCode, SignInAttempt
from quizapp.models.transactions import begin_counting
from quizapp.queries.people import called
from quizapp.usecases.beginning_afresh import begin_afresh
from quizapp.usecases.codes import code_hash
from quizapp.usecases.names import name_key
from quizapp.usecases.opening import end_session, open_session
from quizapp.usecases.passwords import hashed, what_is_wrong
from quizapp.usecases.sign_in import SignedIn
from quizapp.usecases.throttling import CODE, Throttled, forget_accounts, note_failure, seconds_to_wait, tried
from quizapp.usecases.wording import Problems, sentence

WRONG = sentence("The name or the code is not right, or the code was used before. Check both, and try again.")


def recover_account(
    session: Session,
    name: str,
    code: str,
    new: str,
    address: str,
    at: datetime,
    key: str,
    *,
    replacing: str | None = None,
    device: str = "",
) -> SignedIn | Problems | Throttled:
    """Set a new password for whoever brings a code that was not used, and sign them in here; their sessions elsewhere end.

    Takes as long for a name that nobody has, and says the same. `replacing` is the token that the browser had before, maybe somebody
    else's, whose session ends.
    """
    if problem := what_is_wrong(new, name):
        return {"new": problem}
    typed = name_key(name)
    known = session.scalar(called(typed).with_only_columns(Person.id))
    attempt = tried(known or typed, address, key, CODE)
    if seconds := seconds_to_wait(session, attempt, at):
        return Throttled(seconds)
    session.rollback()  # nobody is kept waiting while we hash
    new_hash = hashed(new)

    begin_counting(session, SignInAttempt)
    if seconds := seconds_to_wait(session, attempt, at):
        return Throttled(seconds)
    person = session.get(Person, known) if known else None
    if not _used(session, person.id if person else 0, code) or person is None:
        note_failure(session, attempt, at)
        return {"name": WRONG}
    begin_afresh(session, person.id, new_hash)
    if replacing:
        end_session(session, replacing)
    forget_accounts(session, [person.id], key)
    return SignedIn(person, open_session(session, person.id, at, stays=False, device=device))


def _used(session: Session, person_id: int, code: str) -> bool:
    """Use a code up; False if there is none like it."""
    used = delete(RecoveryCode).where(RecoveryCode.person_id == person_id, RecoveryCode.code_hash == code_hash(code))
    return session.scalar(used.returning(RecoveryCode.person_id)) is not None
