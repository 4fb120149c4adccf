"""The day on which an answer comes back is moved a little, by what else comes back: the path of an answer and its undoing."""

from collections import Counter
from datetime import date, timedelta

import pytest
from sqlalchemy import Engine

from quizapp.models import Break, Person
from quizapp.models.transactions import begin_writing, changing
from quizapp.queries.reviews import own_review
from tests.learner import Learner, right_answer
from tests.usecases.test_answer_question import statements

MONDAY = date(2026, 3, 2)
DAY = timedelta(days=1)


@pytest.fixture
def twelve(student: Learner) -> list[int]:
    """Objectives that were answered right on Monday, and are about to be for the second time: six days, give or take one."""
    objectives = list(student.objectives()[:12])
    for objective in objectives:
        student.answers(objective)
    student.let_pass(days=1)
    return objectives


def due(student: Learner, objective: int) -> date:
    day = student.card(objective).due
    assert day is not None
    return day


def test_what_is_answered_on_one_day_comes_back_on_three_as_evenly_as_can_be(student: Learner, twelve: list[int]) -> None:
    for objective in twelve:
        student.answers(objective)
        assert student.card(objective).memory.interval == 6, "no memory is moved"
        assert student.log(objective)[-1].due_after == due(student, objective)
    assert Counter(due(student, one) for one in twelve) == {MONDAY + 6 * DAY: 4, MONDAY + 7 * DAY: 4, MONDAY + 8 * DAY: 4}


def test_a_card_is_what_its_log_comes_to_with_the_days_that_were_moved(student: Learner, twelve: list[int]) -> None:
    for objective in twelve:
        student.answers(objective)
        assert student.card(objective) == student.folded(objective)


def test_a_day_in_the_log_that_lies_too_far_away_does_not_count(student: Learner, twelve: list[int]) -> None:
    student.answers(twelve[0])

    def spoil() -> None:
        begin_writing(student.session)
        student.session.scalars(own_review(student.id, twelve[0], 2)).one().due_after = MONDAY + 40 * DAY

    changing(student.session, spoil)
    assert student.folded(twelve[0]).due == MONDAY + 7 * DAY, "SM-2's own"


def test_taken_back_and_given_again_an_answer_comes_back_on_the_same_day(student: Learner, twelve: list[int]) -> None:
    for objective in twelve:
        student.answers(objective)
    before = student.card(twelve[-1])
    student.undoes()
    assert student.card(twelve[-1]).due == MONDAY + DAY
    student.answers(twelve[-1])
    assert student.card(twelve[-1]) == before


def test_a_drill_leaves_the_day_where_it_was_moved_to(student: Learner, twelve: list[int]) -> None:
    for objective in twelve:
        student.answers(objective, sure="guessing")
    moved = {objective: due(student, objective) for objective in twelve}
    assert len(set(moved.values())) == 3
    for objective in twelve:
        student.answers(objective)
        assert due(student, objective) == moved[objective]
        assert student.card(objective) == student.folded(objective)


def test_an_answer_called_a_guess_keeps_its_day_where_it_still_passes(student: Learner, twelve: list[int]) -> None:
    for objective in twelve:
        day = due(student, student.answers(objective, sure="certain").objective_id)
        assert student.was_guessing(objective, 2)
        assert due(student, objective) == day
        assert student.card(objective) == student.folded(objective)


def test_nothing_is_moved_to_a_weekday_off_nor_into_a_holiday(student: Learner, twelve: list[int]) -> None:
    def plans() -> None:
        begin_writing(student.session)
        student.session.get_one(Person, student.id).days_off = 1 << (MONDAY + 8 * DAY).weekday()
        student.session.add(Break(learner_id=student.id, first_day=MONDAY + 7 * DAY, last_day=MONDAY + 7 * DAY))

    changing(student.session, plans)
    for objective in twelve:
        student.answers(objective)
    assert {due(student, one) for one in twelve} == {MONDAY + 6 * DAY}


def test_what_others_have_to_do_moves_nothing(student: Learner, outsider: Learner, twelve: list[int]) -> None:
    for objective in twelve:
        outsider.answers(objective)
    outsider.let_pass(days=1)
    for objective in twelve:
        outsider.answers(objective)
        student.answers(objective)
    assert Counter(due(student, one) for one in twelve) == Counter(due(outsider, one) for one in twelve)


def test_where_the_day_is_moved_an_answer_costs_four_statements(engine: Engine, student: Learner, twelve: list[int]) -> None:
    question = student.asked(twelve[0])
    with statements(engine) as seen:
        student.sends(question, right_answer(question.item.interaction))
    verbs = [statement.split()[0] for statement in seen]
    assert [verb for verb in verbs if verb not in ("BEGIN", "COMMIT")] == ["SELECT", "SELECT", "INSERT", "INSERT"]
