import pytest
from sqlalchemy.orm import Session

from quizapp.models.transactions import changing
from quizapp.usecases.change_name import change_name
from quizapp.usecases.throttling import Purpose, Throttled
from tests.usecases.accounts import ADDRESS, AT, GOOD, KEY, gets_in, person, up


def rename(session: Session, person_id: int, name: str, password: str = GOOD) -> dict[str, str] | Throttled | None:
    return changing(session, lambda: change_name(session, person_id, name, password, ADDRESS, AT, KEY))


def test_whoever_has_a_new_name_signs_in_by_it(session: Session) -> None:
    ann = up(session)
    assert rename(session, ann.person.id, " Anna ") is None
    assert person(session, ann.person.id).name == "Anna"
    assert gets_in(session, "anna")
    assert not gets_in(session, "ann")


def test_an_address_as_a_name_becomes_the_address_and_stays_it_under_another_name(session: Session) -> None:
    ann = up(session)
    rename(session, ann.person.id, "ann@example.org")
    assert person(session, ann.person.id).email == "ann@example.org"
    rename(session, ann.person.id, "Ann")
    assert person(session, ann.person.id).email == "ann@example.org"
    assert gets_in(session, "ann")
    assert gets_in(session, "ANN@example.org")


@pytest.mark.parametrize("taken", ["ben", "BEN", "Ｂen", "carla@example.org", "Carla@Example.org"])
def test_a_name_that_is_somebodys_name_or_address_is_refused(session: Session, taken: str) -> None:
    ann = up(session)
    up(session, "Ben")
    carla = up(session, "carla@example.org")
    rename(session, carla.person.id, "carla")
    assert rename(session, ann.person.id, taken) == {"name": "Somebody has this name already. Choose another."}
    assert person(session, ann.person.id).name == "Ann"


def test_one_may_write_ones_own_name_otherwise(session: Session) -> None:
    ann = up(session)
    assert rename(session, ann.person.id, "ANN") is None
    assert person(session, ann.person.id).name == "ANN"


@pytest.mark.parametrize("name", ["", "a b c", "ann@", "ann＠example.org"])
def test_a_name_that_will_not_do_is_refused_with_what_to_do(session: Session, name: str) -> None:
    outcome = rename(session, up(session).person.id, name)
    assert isinstance(outcome, dict)
    assert outcome["name"].startswith(("Type", "Use"))


def test_nothing_is_changed_without_the_present_password(session: Session) -> None:
    ann = up(session)
    outcome = rename(session, ann.person.id, "anna", "wrong")
    assert isinstance(outcome, dict)
    assert set(outcome) == {"password"}
    assert person(session, ann.person.id).name == "Ann"


def test_nobody_finds_out_without_end_which_names_there_are(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    ann = up(session)
    up(session, "Ben")
    monkeypatch.setattr("quizapp.usecases.renaming.SIGN_UP", Purpose("sign-up", None, 2))
    taken = [rename(session, ann.person.id, "ben") for _ in range(3)]
    assert taken[:2] == [{"name": "Somebody has this name already. Choose another."}] * 2
    assert isinstance(taken[2], Throttled)
    assert "names were tried" in taken[2].why
