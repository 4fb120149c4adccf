from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.models import Login
from quizapp.models.tokens import read_token
from quizapp.models.transactions import changing
from quizapp.queries.own_sessions import own_sessions
from quizapp.usecases.end_other_sessions import end_other_sessions
from quizapp.usecases.end_own_session import end_own_session
from tests.usecases.accounts import AT, elsewhere, is_signed_in, up


def test_a_person_sees_their_sessions_that_last_the_one_used_last_first(session: Session) -> None:
    ann, ben = up(session), up(session, "Ben")
    phone = elsewhere(session, ann.person.id, AT + timedelta(hours=1), stays=False)
    seen = [login.token_hash for login in session.scalars(own_sessions(ann.person.id, AT + timedelta(hours=2)))]
    assert seen == [read_token(phone).token_hash, read_token(ann.token).token_hash]
    later = session.scalars(own_sessions(ann.person.id, AT + timedelta(hours=14))).all()
    assert [login.token_hash for login in later] == [read_token(ann.token).token_hash]
    assert read_token(ben.token).token_hash not in seen


def test_a_person_ends_one_of_their_sessions(session: Session) -> None:
    ann = up(session)
    phone = elsewhere(session, ann.person.id)
    assert changing(session, lambda: end_own_session(session, ann.person.id, read_token(phone).token_hash)) is True
    assert (is_signed_in(session, ann.token), is_signed_in(session, phone)) == (True, False)


def test_nobody_ends_the_session_of_somebody_else(session: Session) -> None:
    ann, ben = up(session), up(session, "Ben")
    assert changing(session, lambda: end_own_session(session, ben.person.id, read_token(ann.token).token_hash)) is False
    assert is_signed_in(session, ann.token)


def test_a_person_ends_all_sessions_but_this_one(session: Session) -> None:
    ann, ben = up(session), up(session, "Ben")
    for _ in range(2):
        elsewhere(session, ann.person.id)
    assert changing(session, lambda: end_other_sessions(session, ann.token)) == 2
    assert is_signed_in(session, ann.token)
    assert is_signed_in(session, ben.token)
    assert len(session.scalars(select(Login)).all()) == 2


def test_a_session_that_does_not_stay_ends_after_twelve_hours_of_rest(session: Session) -> None:
    here = elsewhere(session, up(session).person.id, stays=False)
    assert is_signed_in(session, here, AT + timedelta(hours=11, minutes=59))
    assert not is_signed_in(session, here, AT + timedelta(hours=12))
