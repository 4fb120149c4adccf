import pytest
from sqlalchemy.orm import Session

from quizapp.models.transactions import changing
from quizapp.usecases.carry_over_display import carry_over_display
from quizapp.usecases.change_display import change_display
from tests.usecases.accounts import AT, person, up

DARK = {"theme": "dark", "text_size": "138", "keys": "off"}


def looks(session: Session, person_id: int) -> tuple[str, int, bool]:
    found = person(session, person_id)
    return found.theme, found.text_size, found.keys


def test_what_a_guest_chose_is_theirs_from_then_on(session: Session) -> None:
    ann = up(session).person
    assert changing(session, lambda: carry_over_display(session, ann, AT, DARK))
    assert looks(session, ann.id) == ("dark", 138, False)


def test_whoever_chose_before_keeps_what_they_chose(session: Session) -> None:
    ann = up(session).person
    changing(session, lambda: change_display(session, ann.id, AT, theme="light", text_size="100", keys=True))
    assert not changing(session, lambda: carry_over_display(session, person(session, ann.id), AT, DARK))
    assert looks(session, ann.id) == ("light", 100, True)


@pytest.mark.parametrize("nonsense", [None, "dark", {}, {"theme": "plaid", "text_size": "138", "keys": "on"}, {"theme": ["dark"]}])
def test_a_cookie_that_holds_nonsense_changes_nothing(session: Session, nonsense: object) -> None:
    ann = up(session).person
    assert not changing(session, lambda: carry_over_display(session, ann, AT, nonsense))
    assert looks(session, ann.id) == ("system", 100, True)
