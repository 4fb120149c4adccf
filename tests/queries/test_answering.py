"""What the answer path asks of the database in its own statements, which are built once."""

from datetime import timedelta

import pytest

from quizapp.models.transactions import begin_writing, changing
from quizapp.queries.answering import answer_to, find, keep_card, log_once
from quizapp.queries.signed_in import IDLE, IDLE_UNLESS_IT_STAYS, LONGEST, signed_in
from quizapp.usecases.opening import open_session
from tests.learner import Learner

A_MOMENT = timedelta(seconds=1)
BOUNDS = [bound + moment for bound in (IDLE_UNLESS_IT_STAYS, IDLE, LONGEST) for moment in (-A_MOMENT, timedelta(0), A_MOMENT)]


@pytest.mark.parametrize("stays", [True, False])
@pytest.mark.parametrize("later", BOUNDS, ids=str)
def test_an_answer_finds_whoever_a_page_finds(student: Learner, later: timedelta, stays: bool) -> None:
    def opened() -> str:
        begin_writing(student.session)
        return open_session(student.session, student.id, student.at, stays=stays)

    token, at = changing(student.session, opened), student.at + later
    page = student.session.execute(signed_in(token, at)).one_or_none()
    begin_writing(student.session)  # it locks what it finds
    connection = student.session.connection()
    answer = find(connection.dialect).first(connection, answer_to(token, student.objectives()[0], 1, at))
    assert (page is not None) == (answer is not None) == (later < (IDLE if stays else IDLE_UNLESS_IT_STAYS))


def test_each_statement_is_compiled_once(student: Learner) -> None:
    dialect = student.session.connection().dialect
    assert find(dialect) is find(dialect)
    assert log_once(dialect) is log_once(dialect)
    assert keep_card(dialect) is keep_card(dialect)
