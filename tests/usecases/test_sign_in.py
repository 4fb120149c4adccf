import threading
from datetime import UTC, datetime, timedelta
from typing import Literal

import pytest
from argon2 import PasswordHasher
from sqlalchemy import Engine, event, func, select
from sqlalchemy.orm import Session

from quizapp.models import Login, Person, SignInAttempt
from quizapp.models.engines import writes
from quizapp.models.transactions import begin_writing, changing
from quizapp.queries.signed_in import signed_in
from quizapp.usecases import passwords
from quizapp.usecases.note_seen import is_stale, note_seen
from quizapp.usecases.sign_in import Refused, SignedIn, Throttled, sign_in
from quizapp.usecases.sign_out import sign_out
from quizapp.usecases.sign_up import SignedUp, sign_up
from quizapp.usecases.throttling import note_failure, tried
from tests.usecases.watched import meanwhile

AT = datetime(2026, 3, 2, 12, tzinfo=UTC)
GOOD = "lamp orbit velvet"


@pytest.fixture
def ann(session: Session) -> SignedUp:
    outcome = changing(session, lambda: sign_up(session, "Ann", GOOD, "UTC", AT))
    assert isinstance(outcome, SignedUp)
    return outcome


def into(
    session: Session, password: str = GOOD, at: datetime = AT, name: str = "ann", address: str = "192.0.2.1", replacing: str | None = None
) -> SignedIn | Refused | Throttled:
    return changing(session, lambda: sign_in(session, name, password, address, at, "secret", replacing=replacing))


def test_who_knows_the_password_gets_a_session_that_is_new(session: Session, ann: SignedUp) -> None:
    outcome = into(session, replacing=ann.token)
    assert isinstance(outcome, SignedIn)
    assert outcome.token != ann.token
    assert session.execute(signed_in(outcome.token, AT)).one()[0].id == ann.person.id
    assert session.execute(signed_in(ann.token, AT)).first() is None


def test_a_wrong_name_and_a_wrong_password_are_told_apart_by_nothing(session: Session, ann: SignedUp) -> None:
    wrong_password, wrong_name = into(session, "velvet orbit lamp"), into(session, name="nobody")
    assert isinstance(wrong_password, Refused)
    assert wrong_password == wrong_name


@pytest.mark.usefixtures("full_cost")
def test_an_unknown_name_takes_the_time_of_a_check(session: Session, ann: SignedUp, monkeypatch: pytest.MonkeyPatch) -> None:
    checked: list[str] = []

    class Watched(PasswordHasher):
        def verify(self, hash: str | bytes, password: str | bytes) -> Literal[True]:
            checked.append(str(hash))
            return super().verify(hash, password)

    monkeypatch.setattr(passwords, "_HASHER", Watched(time_cost=2, memory_cost=19 * 1024, parallelism=1))
    into(session, name="nobody")
    into(session)
    assert len(checked) == 2
    assert checked[0].split("$")[:4] == checked[1].split("$")[:4]


def test_the_tenth_failure_closes_an_account_for_a_quarter_of_an_hour(session: Session, ann: SignedUp) -> None:
    for second in range(10):
        assert isinstance(into(session, "wrong", AT + timedelta(seconds=second)), Refused)
    outcome = into(session, GOOD, AT + timedelta(seconds=60))
    assert outcome == Throttled(15 * 60 - 60 + 1)
    assert isinstance(into(session, GOOD, AT + timedelta(minutes=15, seconds=1)), SignedIn)


def test_a_success_lets_the_account_begin_afresh(session: Session, ann: SignedUp) -> None:
    for _ in range(9):
        into(session, "wrong")
    into(session)
    assert isinstance(into(session, "wrong"), Refused)
    assert isinstance(into(session), SignedIn)


def test_one_address_may_not_try_name_after_name(session: Session, ann: SignedUp) -> None:
    for number in range(100):
        changing(session, lambda number=number: _note(session, f"name{number}"))  # type: ignore[misc]
    assert isinstance(into(session), Throttled)
    assert isinstance(into(session, address="192.0.2.2"), SignedIn)


def test_addresses_of_one_ipv6_network_are_one_and_none_is_kept(session: Session, ann: SignedUp) -> None:
    for address in ("2001:db8::1", "2001:db8::2", "2001:db8:0:1::1", "192.0.2.1", "nonsense"):
        into(session, "wrong", address=address)
    kept = session.scalars(select(SignInAttempt.address_hash)).all()
    assert len(set(kept)) == 1 + 4  # one of them where the account was made
    assert all(len(one) == 32 for one in kept)


def test_attempts_are_forgotten_after_a_day(session: Session, ann: SignedUp) -> None:
    into(session, "wrong")
    into(session, "wrong", AT + timedelta(days=1, seconds=1))
    assert session.scalar(select(func.count()).select_from(SignInAttempt)) == 1


def test_whoever_gets_in_ends_what_was_kept_for_a_day(session: Session, ann: SignedUp) -> None:
    into(session, "wrong", name="nobody")
    later = into(session, at=AT + timedelta(days=1, seconds=1))
    assert isinstance(later, SignedIn)
    assert session.scalar(select(func.count()).select_from(SignInAttempt)) == 0


def test_many_at_once_learn_no_more_than_one_after_the_other(engine: Engine, session: Session, ann: SignedUp) -> None:
    outcomes: list[object] = []

    def attack() -> None:
        with Session(engine) as own:
            outcomes.extend(into(own, "wrong") for _ in range(4))

    threads = [threading.Thread(target=attack) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(isinstance(outcome, Refused) for outcome in outcomes) == 10
    assert sum(isinstance(outcome, Throttled) for outcome in outcomes) == 10


@pytest.fixture
def writing(engine: Engine) -> list[bool]:
    """Whether a write transaction is open: the last entry tells."""
    states = [False]
    event.listen(engine, "begin", lambda connection: states.append(writes(connection)))
    event.listen(engine, "commit", lambda connection: states.append(False))
    return states


def test_nobody_waits_for_the_database_while_a_password_is_hashed(
    session: Session, ann: SignedUp, writing: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    while_hashing: list[bool] = []

    class Watched(PasswordHasher):
        def verify(self, hash: str | bytes, password: str | bytes) -> Literal[True]:
            while_hashing.append(writing[-1])
            return super().verify(hash, password)

        def hash(self, password: str | bytes, *, salt: bytes | None = None) -> str:
            while_hashing.append(writing[-1])
            return super().hash(password, salt=salt)

    monkeypatch.setattr(passwords, "_HASHER", Watched(time_cost=1, memory_cost=8, parallelism=1))
    into(session)
    changing(session, lambda: sign_up(session, "Ben", GOOD, "UTC", AT))
    assert while_hashing == [False, False, False]
    assert True in writing


@pytest.mark.usefixtures("full_cost")
def test_a_hash_made_at_another_cost_is_made_again(session: Session, ann: SignedUp) -> None:
    _keep(session, ann, PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(GOOD))
    assert isinstance(into(session), SignedIn)
    assert "m=19456,t=2,p=1" in session.get_one(Person, ann.person.id).password_hash


def test_a_password_that_was_changed_while_it_was_checked_gets_nobody_in_and_stays_changed(
    engine: Engine, session: Session, ann: SignedUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(GOOD)
    _keep(session, ann, old)

    def change() -> None:
        with Session(engine) as own:
            _keep(own, ann, passwords.hashed("velvet orbit lamp"))

    meanwhile(monkeypatch, change)
    assert isinstance(into(session), Refused)
    assert isinstance(into(session, "velvet orbit lamp"), SignedIn)


def test_a_hash_that_was_made_again_while_the_password_was_checked_keeps_nobody_out(
    engine: Engine, session: Session, ann: SignedUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    _keep(session, ann, PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(GOOD))

    def elsewhere() -> None:
        with Session(engine) as own:
            assert isinstance(into(own), SignedIn)

    meanwhile(monkeypatch, elsewhere)
    assert isinstance(into(session), SignedIn)


def test_signing_out_makes_the_token_worthless(session: Session, ann: SignedUp) -> None:
    assert changing(session, lambda: sign_out(session, ann.token, AT)) is True
    assert session.execute(signed_in(ann.token, AT)).first() is None
    assert changing(session, lambda: sign_out(session, ann.token, AT)) is False


@pytest.mark.parametrize("token", ["", ".", "1", "1.", "1.x", "x.y", "-1.y", "99999999999999999999.y", "1.\udcff", "²."])
def test_a_token_that_is_not_ours_signs_nobody_in(session: Session, ann: SignedUp, token: str) -> None:
    assert session.execute(signed_in(token, AT)).first() is None


def test_signing_in_clears_away_sessions_that_are_over_also_of_those_who_never_came_back(session: Session, ann: SignedUp) -> None:
    ben = changing(session, lambda: sign_up(session, "Ben", GOOD, "UTC", AT + timedelta(days=10)))
    assert isinstance(ben, SignedUp)
    assert isinstance(into(session, at=AT + timedelta(days=15)), SignedIn)
    kept = session.scalars(select(Login.began_at).order_by(Login.began_at)).all()
    assert kept == [AT + timedelta(days=10), AT + timedelta(days=15)]


def test_a_session_ends_after_two_weeks_of_rest_and_after_ninety_days(session: Session, ann: SignedUp) -> None:
    assert session.execute(signed_in(ann.token, AT + timedelta(days=13, hours=23))).first()
    assert session.execute(signed_in(ann.token, AT + timedelta(days=14))).first() is None
    for day in range(10, 90, 10):
        changing(session, lambda day=day: note_seen(session, ann.token, AT + timedelta(days=day)))  # type: ignore[misc]
    assert session.execute(signed_in(ann.token, AT + timedelta(days=89))).first()
    assert session.execute(signed_in(ann.token, AT + timedelta(days=90))).first() is None


def test_that_a_session_is_in_use_is_noted_every_ten_minutes(session: Session, ann: SignedUp) -> None:
    login = session.scalars(select(Login)).one()
    soon, later = AT + timedelta(minutes=9), AT + timedelta(minutes=10)
    assert (is_stale(login, soon), is_stale(login, later)) == (False, True)
    assert changing(session, lambda: note_seen(session, ann.token, soon)) is False
    assert changing(session, lambda: note_seen(session, ann.token, later)) is True
    assert changing(session, lambda: note_seen(session, ann.token, later)) is False


def _keep(session: Session, ann: SignedUp, password_hash: str) -> None:
    def keep() -> None:
        begin_writing(session)
        session.get_one(Person, ann.person.id).password_hash = password_hash

    changing(session, keep)


def _note(session: Session, name: str) -> None:
    begin_writing(session)
    note_failure(session, tried(name, "192.0.2.1", "secret"), AT)
