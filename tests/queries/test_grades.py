"""What stands in a gradebook."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from questions.bank import Bank
from quizapp.queries.grades import gradebook
from tests.teaching import first, joins, opens_course, sets_kinds


def test_what_is_not_begun_is_empty_until_it_is_due(session: Session, bank: Bank) -> None:
    course = opens_course(session, bank)
    assignment = sets_kinds(session, course)
    ann, ben = (joins(session, course, name, assignment) for name in ("Ann", "Ben"))
    ann.answers(first(session, assignment, 1)[0])
    session.rollback()
    assert assignment.due_at

    def lines(at: datetime) -> dict[str, Any]:
        book = gradebook(session, course, at)
        return {one.called: book.line(one) for one in book.learners}

    found = lines(ben.at)
    assert found["Ben"] == [None, None]
    assert found["Ann"][0] > 0
    assert found["Ann"][1] == 1
    assert lines(assignment.due_at + timedelta(minutes=1))["Ben"] == [0, 0]
