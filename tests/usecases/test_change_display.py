from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.models import Person
from quizapp.models.transactions import changing
from quizapp.usecases.change_display import change_display
from tests.learner import MONDAY_NOON, signs_up


def test_how_pages_look_is_kept_with_the_person(session: Session) -> None:
    learner = signs_up(session)
    changing(session, lambda: change_display(session, learner.id, MONDAY_NOON, theme="dark", text_size="138", keys=False))
    session.expire_all()
    person = session.scalars(select(Person)).one()
    assert (person.theme, person.text_size, person.keys) == ("dark", 138, False)


def test_what_was_not_offered_is_not_kept(session: Session) -> None:
    learner = signs_up(session)
    outcome = changing(session, lambda: change_display(session, learner.id, MONDAY_NOON, theme="plaid", text_size="9", keys=True))
    assert isinstance(outcome, dict)
    assert set(outcome) == {"theme", "text_size"}
