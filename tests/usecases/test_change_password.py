from datetime import timedelta

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from quizapp.models import Login
from quizapp.models.tokens import read_token
from quizapp.models.transactions import changing
from quizapp.usecases.change_password import Changed, change_password
from quizapp.usecases.make_reset_link import make_reset_link
from quizapp.usecases.reset_password import reset_password
from quizapp.usecases.throttling import Throttled
from tests.usecases.accounts import ADDRESS, AT, GOOD, KEY, OTHER, elsewhere, gets_in, is_signed_in, up
from tests.usecases.watched import meanwhile, watched


def change(session: Session, token: str, password: str = GOOD, new: str = OTHER, at=AT) -> Changed | dict[str, str] | Throttled:
    return changing(session, lambda: change_password(session, token, password, new, ADDRESS, at, KEY))


def test_a_new_password_gets_in_and_the_old_does_not(session: Session) -> None:
    ann = up(session)
    assert isinstance(change(session, ann.token), Changed)
    assert gets_in(session, "ann", OTHER)
    assert not gets_in(session, "ann", GOOD)


def test_a_change_ends_the_other_sessions_and_goes_on_here_under_a_new_token(session: Session) -> None:
    ann = up(session)
    phone, here = elsewhere(session, ann.person.id), elsewhere(session, ann.person.id, stays=False)
    outcome = change(session, here)
    assert isinstance(outcome, Changed)
    assert outcome.stays is False
    assert [is_signed_in(session, token) for token in (ann.token, phone, here, outcome.token)] == [False, False, False, True]
    assert session.get_one(Login, tuple(read_token(outcome.token))).device == "Firefox, Windows"


def test_a_change_ends_the_letters_that_are_on_their_way(session: Session) -> None:
    ann = up(session)
    link = changing(session, lambda: make_reset_link(session, ann.person.id, AT))
    change(session, ann.token)
    assert changing(session, lambda: reset_password(session, link, "third orbit lamp", AT, KEY)) is None


def test_nothing_is_changed_without_the_present_password(session: Session) -> None:
    ann = up(session)
    phone = elsewhere(session, ann.person.id)
    assert change(session, ann.token, "wrong") == {"password": "This is not your present password. Check it, and try again."}
    assert gets_in(session, "ann", GOOD)
    assert is_signed_in(session, phone)


def test_a_password_that_was_changed_while_it_was_checked_changes_nothing_any_more(
    engine: Engine, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    ann = up(session)
    phone = elsewhere(session, ann.person.id)

    def from_the_phone() -> None:
        with Session(engine) as own:
            assert isinstance(change(own, phone), Changed)

    meanwhile(monkeypatch, from_the_phone)
    assert change(session, ann.token, new="third orbit lamp") == {"password": "This is not your present password. Check it, and try again."}
    assert gets_in(session, "ann", OTHER)


@pytest.mark.parametrize("new", ["", "short", "password", "ann-ann-ann"])
def test_a_new_password_is_held_to_what_the_first_one_was(session: Session, new: str) -> None:
    outcome = change(session, up(session).token, new=new)
    assert isinstance(outcome, dict)
    assert set(outcome) == {"new"}


def test_a_new_password_is_another_one(session: Session) -> None:
    ann = up(session)
    outcome = change(session, ann.token, new=GOOD)
    assert isinstance(outcome, dict)
    assert "Choose another" in outcome["new"]


def test_nothing_is_hashed_for_whoever_has_to_wait(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    ann, hashed = up(session), watched(monkeypatch)
    for _ in range(10):
        change(session, ann.token, "wrong")
    assert "hash" in hashed
    hashed.clear()
    assert isinstance(change(session, ann.token), Throttled)
    assert hashed == []


def test_wrong_passwords_here_and_at_sign_in_count_together(session: Session) -> None:
    ann = up(session)
    for _ in range(5):
        change(session, ann.token, "wrong")
        gets_in(session, "ann", "wrong")
    assert isinstance(change(session, ann.token), Throttled)
    assert not gets_in(session, "ann", GOOD)
    assert isinstance(change(session, ann.token, at=AT + timedelta(minutes=16)), Changed)


def test_a_session_that_was_ended_meanwhile_gets_one_that_does_not_stay(session: Session) -> None:
    ann = up(session)
    outcome = change(session, f"{ann.person.id}.gone")
    assert isinstance(outcome, Changed)
    assert outcome.stays is False
