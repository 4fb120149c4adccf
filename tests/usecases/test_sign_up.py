from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizapp.models import Login, Person
from quizapp.models.transactions import begin_writing, changing
from quizapp.queries.signed_in import signed_in
from quizapp.usecases.passwords import matches
from quizapp.usecases.sign_up import SignedUp, sign_up
from quizapp.usecases.throttling import Purpose, Throttled
from tests.usecases.watched import watched

AT = datetime(2026, 3, 2, 12, tzinfo=UTC)
GOOD = "lamp orbit velvet"


def up(session: Session, name: str = "Ann", password: str = GOOD, zone: str = "Europe/Berlin") -> SignedUp | dict[str, str]:
    outcome = changing(session, lambda: sign_up(session, name, password, zone, AT))
    assert not isinstance(outcome, Throttled)
    return outcome


def test_who_signs_up_is_signed_in_at_once(session: Session) -> None:
    outcome = up(session)
    assert isinstance(outcome, SignedUp)
    person, _ = session.execute(signed_in(outcome.token, AT)).one()
    assert (person.name, person.zone, person.audience, person.reviews_a_day, person.new_a_day) == (
        "Ann",
        "Europe/Berlin",
        "nursing",
        60,
        10,
    )


def test_several_people_can_be_made_in_one_change(session: Session) -> None:
    def make() -> None:
        begin_writing(session)
        for name in ("Ann", "Ben"):
            assert isinstance(sign_up(session, name, GOOD, "UTC", AT), SignedUp)

    changing(session, make)
    assert session.scalar(select(func.count()).select_from(Person)) == 2


@pytest.mark.usefixtures("full_cost")
def test_neither_the_password_nor_the_token_is_kept(session: Session) -> None:
    outcome = up(session)
    assert isinstance(outcome, SignedUp)
    login = session.scalars(select(Login)).one()
    assert outcome.person.password_hash.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert len(login.token_hash) == 32
    assert login.token_hash not in outcome.token.encode()


@pytest.mark.parametrize("twin", ["ann", " ANN ", "Ａｎｎ"])
def test_a_name_that_looks_the_same_is_taken(session: Session, twin: str) -> None:
    up(session)
    outcome = up(session, twin)
    assert isinstance(outcome, dict)
    assert "has this name already" in outcome["name"]
    assert session.scalar(select(func.count()).select_from(Person)) == 1


def test_an_e_mail_address_is_a_name(session: Session) -> None:
    assert isinstance(up(session, "ann@example.org"), SignedUp)


@pytest.mark.parametrize("name", ["", "ab", "ann@", "ann@home", "a nn", "ann\0", "x" * 255])
def test_a_name_that_will_not_do_is_refused_with_what_to_do(session: Session, name: str) -> None:
    outcome = up(session, name)
    assert isinstance(outcome, dict)
    assert outcome["name"].startswith(("Type", "Use"))


@pytest.mark.parametrize(
    "password",
    [
        "",
        "seven77",
        "password",
        "Password1",
        "12345678",
        "qwertyuiop",
        "aaaaaaaaaaaa",
        "ann-marie",
        "ANN-MARIE-1",
        "quizapp123",
        "x" * 257,
        "a\0bcdefgh",
    ],
)
def test_a_password_that_is_short_common_or_the_name_is_refused(session: Session, password: str) -> None:
    outcome = up(session, "ann-marie", password)
    assert isinstance(outcome, dict)
    assert list(outcome) == ["password"]


@pytest.mark.parametrize(
    "password",
    [
        "passwordpassword",
        "PasswordPassword1",
        "monkeymonkeymonkey!!",
        "lampylampylampy",
        "Ｐａｓｓｗｏｒｄ",
        " password ",
        "ＡＮＮ－ＭＡＲＩＥ",
    ],
)
def test_a_password_is_no_better_for_being_repeated_or_written_widely(session: Session, password: str) -> None:
    assert isinstance(up(session, "ann-marie", password), dict)


def test_the_length_that_counts_is_that_of_what_is_hashed(session: Session) -> None:
    assert isinstance(up(session, password="e\u0301a\u0300o\u0302i\u0301"), dict)  # four letters, each with its accent apart
    apart = "".join(f"o\u0301{number}" for number in range(80))  # 310 signs as typed, 230 as kept
    outcome = up(session, password=apart)
    assert isinstance(outcome, SignedUp)
    assert matches(apart.replace("o\u0301", "\u00f3"), outcome.person.password_hash)
    assert matches(apart, outcome.person.password_hash)


def test_accounts_are_made_so_often_from_one_address_and_then_nothing_is_hashed(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    hashed = watched(monkeypatch)
    monkeypatch.setattr("quizapp.usecases.sign_up.SIGN_UP", Purpose("sign-up", None, 5))

    def from_(address: str, name: str, at: datetime = AT) -> object:
        return changing(session, lambda: sign_up(session, name, GOOD, "UTC", at, address=address, key="secret"))

    for number in range(5):
        outcome = from_("192.0.2.1", f"ann{number % 3}")
    assert isinstance(outcome, dict)  # taken: that counts, too
    hashed.clear()
    outcome = from_("192.0.2.1", "ben")
    assert isinstance(outcome, Throttled)
    assert "Many accounts" in outcome.why
    assert hashed == []
    assert isinstance(from_("192.0.2.2", "ben"), SignedUp)
    assert isinstance(from_("192.0.2.1", "cem", AT + timedelta(minutes=16)), SignedUp)


@pytest.mark.parametrize("password", [GOOD, "käse-über-7-brücken", "p" * 100 + "qrs", "ひみつのことばです", "8 charac"])
def test_a_long_password_of_any_letters_will_do(session: Session, password: str) -> None:
    assert isinstance(up(session, password=password), SignedUp)


def test_an_unknown_zone_is_refused_and_none_is_utc(session: Session) -> None:
    assert up(session, zone="Mars/Olympus") == {"zone": "Choose a time zone from the list."}
    outcome = up(session, zone="")
    assert isinstance(outcome, SignedUp)
    assert outcome.person.zone == "UTC"


def test_all_that_is_wrong_is_said_at_once(session: Session) -> None:
    assert set(up(session, "", "", "?")) == {"name", "password", "zone"}  # type: ignore[arg-type]
