import pytest
from sqlalchemy.orm import Session

from quizapp.models.transactions import changing
from quizapp.usecases.change_email import change_email
from quizapp.usecases.make_reset_link import make_reset_link
from quizapp.usecases.reset_password import reset_password
from quizapp.usecases.throttling import Purpose, Throttled
from tests.usecases.accounts import ADDRESS, AT, GOOD, KEY, OTHER, gets_in, person, up


def change(session: Session, person_id: int, email: str, password: str = GOOD) -> dict[str, str] | Throttled | None:
    return changing(session, lambda: change_email(session, person_id, email, password, ADDRESS, AT, KEY))


def test_who_has_a_name_may_have_an_address_and_signs_in_by_either(session: Session) -> None:
    ann = up(session)
    assert change(session, ann.person.id, "Ann@Example.org") is None
    assert person(session, ann.person.id).email == "Ann@Example.org"
    assert gets_in(session, "ann")
    assert gets_in(session, "ann@example.org")


def test_an_address_is_taken_away(session: Session) -> None:
    ann = up(session)
    change(session, ann.person.id, "ann@example.org")
    assert change(session, ann.person.id, "  ") is None
    assert person(session, ann.person.id).email is None
    assert not gets_in(session, "ann@example.org")


def test_who_is_called_by_the_address_is_called_by_the_new_one(session: Session) -> None:
    ann = up(session, "ann@example.org")
    assert change(session, ann.person.id, "anna@example.org") is None
    assert person(session, ann.person.id).name == "anna@example.org"
    assert gets_in(session, "anna@example.org")
    assert not gets_in(session, "ann@example.org")


def test_who_is_called_by_the_address_cannot_do_without(session: Session) -> None:
    ann = up(session, "ann@example.org")
    outcome = change(session, ann.person.id, "")
    assert isinstance(outcome, dict)
    assert "Choose a user name first" in outcome["email"]


def test_an_address_is_somebodys_only_once(session: Session) -> None:
    ann = up(session)
    up(session, "Ben@example.org")
    assert change(session, ann.person.id, "ben@example.org") == {"email": "Somebody has this e-mail address already. Choose another."}
    assert person(session, ann.person.id).email is None


@pytest.mark.parametrize(
    "email", ["ann", "ann@", "ann@home", "a nn@example.org", "ann@example.org\nBcc: ben@example.org", "a" * 250 + "@b.org"]
)
def test_what_is_no_address_is_refused(session: Session, email: str) -> None:
    outcome = change(session, up(session).person.id, email)
    assert isinstance(outcome, dict)
    assert set(outcome) == {"email"}


@pytest.mark.parametrize("email", [".:@b.c", ":;@b.c", "().V@[x.c", "ann@b>.c", "=?utf-8?q?=0Aann@b.c"])
def test_what_no_letter_can_be_headed_with_is_refused(session: Session, email: str) -> None:
    outcome = change(session, up(session).person.id, email)
    assert isinstance(outcome, dict)
    assert set(outcome) == {"email"}


@pytest.mark.parametrize("email", ["ann.o'neil+quiz@example.org", "a=b@example.org", "grüße@bücher.example"])
def test_unusual_addresses_are_addresses(session: Session, email: str) -> None:
    assert change(session, up(session).person.id, email) is None


def test_letters_that_went_to_the_old_address_are_worth_nothing(session: Session) -> None:
    ann = up(session, "ann@example.org")
    link = changing(session, lambda: make_reset_link(session, ann.person.id, AT))
    change(session, ann.person.id, "anna@example.org")
    assert changing(session, lambda: reset_password(session, link, OTHER, AT, KEY)) is None


def test_nobody_finds_out_without_end_which_addresses_there_are(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    ann = up(session)
    up(session, "ben@example.org")
    monkeypatch.setattr("quizapp.usecases.renaming.SIGN_UP", Purpose("sign-up", None, 2))
    taken = [change(session, ann.person.id, "ben@example.org") for _ in range(3)]
    assert taken[:2] == [{"email": "Somebody has this e-mail address already. Choose another."}] * 2
    assert isinstance(taken[2], Throttled)
    assert "names were tried" in taken[2].why
