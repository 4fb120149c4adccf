"""Set a new password by a link."""

from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from quizapp.models import Person, ResetLink
from quizapp.models.tokens import read_token
from quizapp.models.transactions import begin_writing
from quizapp.queries.reset_links import LASTS, person_of_link
from quizapp.usecases.beginning_afresh import begin_afresh
from quizapp.usecases.opening import end_session, open_session
from quizapp.usecases.passwords import hashed, what_is_wrong
from quizapp.usecases.sign_in import SignedIn
from quizapp.usecases.throttling import forget_accounts
from quizapp.usecases.wording import Problems


def reset_password(
    session: Session, token: str, new: str, at: datetime, key: str, *, replacing: str | None = None, device: str = ""
) -> SignedIn | Problems | None:
    """Set a new password and sign its owner in here; their sessions elsewhere end. None if the link is used or over: it works once.

    `replacing` is the token that the browser had before, maybe somebody else's, whose session ends.
    """
    person = session.scalar(person_of_link(token, at))
    if person is None:
        return None
    if problem := what_is_wrong(new, person.name):
        return {"new": problem}
    new_hash = hashed(new)
    begin_writing(session)
    person_id, token_hash = read_token(token)
    used = delete(ResetLink).where(ResetLink.person_id == person_id, ResetLink.token_hash == token_hash, ResetLink.made_at > at - LASTS)
    if session.scalar(used.returning(ResetLink.person_id)) is None:
        return None
    begin_afresh(session, person_id, new_hash)
    if replacing:
        end_session(session, replacing)
    forget_accounts(session, [person_id], key)
    return SignedIn(session.get_one(Person, person_id), open_session(session, person_id, at, stays=False, device=device))
