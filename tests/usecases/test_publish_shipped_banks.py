from sqlalchemy.orm import Session

from quizapp.models.transactions import changing
from quizapp.queries.items import current_revisions
from quizapp.shipped import shipped
from quizapp.usecases.publish_shipped_banks import publish_shipped_banks
from tests.learner import MONDAY_NOON


def test_the_shipped_banks_are_published_once_however_often_the_program_starts(session: Session) -> None:
    first = changing(session, lambda: publish_shipped_banks(session, shipped(), MONDAY_NOON))
    again = changing(session, lambda: publish_shipped_banks(session, shipped(), MONDAY_NOON))
    assert all(one.added for one in first)
    assert not any(one.added or one.retired or one.revived for one in again)
    assert {revision for _, revision in session.execute(current_revisions())} == {one.revision for one in again}
