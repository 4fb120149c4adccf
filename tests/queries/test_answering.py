"""What the answer path asks of the database in its own statements, which are built once."""

from datetime import timedelta

import pytest

from quizapp.models.transactions import begin_writing, changing
from quizapp.queries.answering import FIND, answer_to, keep_card, log_once
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
    answer = student.session.execute(FIND, answer_to(token, student.objectives()[0], 1, at)).one_or_none()
    assert (page is not None) == (answer is not None) == (later < (IDLE if stays else IDLE_UNLESS_IT_STAYS))


def test_the_writes_are_compiled_once(student: Learner) -> None:
    dialect = student.session.connection().dialect
    assert log_once(dialect) is log_once(dialect)
    assert keep_card(dialect) is keep_card(dialect)
