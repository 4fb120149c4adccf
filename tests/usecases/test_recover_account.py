import math
import re
from datetime import timedelta

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from quizapp.models import RecoveryCode
from quizapp.models.transactions import changing
from quizapp.queries.recovery_codes import codes_left
from quizapp.usecases.codes import ALPHABET, code_hash
from quizapp.usecases.make_recovery_codes import MadeAlready, make_recovery_codes, which_codes
from quizapp.usecases.recover_account import recover_account
from quizapp.usecases.sign_in import SignedIn
from quizapp.usecases.throttling import Throttled
from tests.usecases.accounts import ADDRESS, AT, GOOD, KEY, OTHER, gets_in, is_signed_in, up
from tests.usecases.races import at_once
from tests.usecases.watched import watched


def make(session: Session, person_id: int, password: str = GOOD) -> tuple[str, ...] | MadeAlready | dict[str, str] | Throttled:
    before = which_codes(session, person_id)
    return changing(session, lambda: make_recovery_codes(session, person_id, password, ADDRESS, AT, KEY, instead_of=before))


def codes_of(session: Session, person_id: int) -> tuple[str, ...]:
    codes = make(session, person_id)
    assert isinstance(codes, tuple)
    return codes


def recover(session: Session, name: str, code: str, new: str = OTHER, at=AT) -> SignedIn | dict[str, str] | Throttled:
    return changing(session, lambda: recover_account(session, name, code, new, ADDRESS, at, KEY))


def test_ten_codes_are_made_and_only_their_hashes_kept(session: Session) -> None:
    codes = codes_of(session, up(session).person.id)
    assert len(set(codes)) == 10
    assert all(re.fullmatch(r"([A-HJ-NP-Z2-9]{4}-){6}[A-HJ-NP-Z2-9]{4}", code) for code in codes)
    assert 28 * math.log2(len(ALPHABET)) >= 128
    assert {len(code) for code in session.scalars(select(RecoveryCode.code_hash))} == {32}


@pytest.mark.parametrize("typed", [str, str.lower, lambda code: code.replace("-", ""), lambda code: f" {code.replace('-', ' ')} "])
def test_a_code_sets_a_new_password_once_however_it_is_typed(session: Session, typed) -> None:
    ann = up(session)
    code, *_ = codes_of(session, ann.person.id)
    outcome = recover(session, "ann", typed(code))
    assert isinstance(outcome, SignedIn)
    assert is_signed_in(session, outcome.token)
    assert not is_signed_in(session, ann.token)
    assert gets_in(session, "ann", OTHER)
    assert set(recover(session, "ann", code)) == {"name"}  # type: ignore[arg-type]
    assert session.scalar(codes_left(ann.person.id)) == 9


def test_new_codes_end_the_old(session: Session) -> None:
    ann = up(session)
    old, *_ = codes_of(session, ann.person.id)
    new, *_ = codes_of(session, ann.person.id)
    assert isinstance(recover(session, "ann", old), dict)
    assert isinstance(recover(session, "ann", new), SignedIn)


def test_of_two_presses_at_once_one_shows_codes_and_those_work(engine: Engine, session: Session) -> None:
    ann = up(session).person.id
    press = lambda own: make_recovery_codes(own, ann, GOOD, ADDRESS, AT, KEY, instead_of="")  # noqa: E731
    codes, too_late = sorted(at_once(engine, press, press), key=lambda outcome: not isinstance(outcome, tuple))
    assert isinstance(codes, tuple)
    assert isinstance(too_late, MadeAlready)
    assert {code_hash(code) for code in codes} == set(session.scalars(select(RecoveryCode.code_hash)))


def test_codes_are_made_for_whoever_knows_the_password(session: Session) -> None:
    ann = up(session)
    outcome = make(session, ann.person.id, "wrong")
    assert isinstance(outcome, dict)
    assert set(outcome) == {"password"}
    assert session.scalar(codes_left(ann.person.id)) == 0


def test_somebody_elses_code_is_worth_nothing(session: Session) -> None:
    ann = up(session)
    up(session, "Ben")
    code, *_ = codes_of(session, ann.person.id)
    assert isinstance(recover(session, "ben", code), dict)
    assert gets_in(session, "ben", GOOD)


def test_an_unknown_name_is_told_apart_by_nothing_and_costs_the_same(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    up(session)
    hashed = watched(monkeypatch)
    assert recover(session, "ann", "wrong") == recover(session, "nobody", "wrong")
    assert hashed == ["hash", "hash"]


def test_codes_are_not_guessed_on_and_on(session: Session) -> None:
    code, *_ = codes_of(session, up(session).person.id)
    for _ in range(10):
        recover(session, "ann", "wrong")
    assert isinstance(recover(session, "ann", code), Throttled)
    assert gets_in(session, "ann", GOOD)
    assert isinstance(recover(session, "ann", code, at=AT + timedelta(minutes=16)), SignedIn)


def test_nothing_is_hashed_for_whoever_has_to_wait(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    up(session)
    hashed = watched(monkeypatch)
    for number in range(100):
        recover(session, f"nobody{number}", "wrong")
    hashed.clear()
    assert isinstance(recover(session, "ann", "wrong"), Throttled)  # her account is new to this address, which has tried enough
    assert hashed == []


def test_a_password_that_will_not_do_leaves_the_code_as_it_is(session: Session) -> None:
    ann = up(session)
    code, *_ = codes_of(session, ann.person.id)
    assert set(recover(session, "ann", code, "short")) == {"new"}  # type: ignore[arg-type]
    assert session.scalar(codes_left(ann.person.id)) == 10
