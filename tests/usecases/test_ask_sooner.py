from datetime import date

import pytest

from quizapp.models.transactions import changing
from quizapp.queries.cards import own_card
from quizapp.queries.today import candidates, queue_of, today
from quizapp.usecases.ask_question import Waits, ask_question
from quizapp.usecases.ask_sooner import ask_sooner
from quizapp.usecases.ask_when_due import ask_when_due
from quizapp.usecases.change_days_off import change_days_off
from quizapp.usecases.next_question import next_question
from tests.learner import KEY, Learner

MONDAY, TUESDAY, WEDNESDAY = (date(2026, 3, day) for day in (2, 3, 4))


def wants_sooner(student: Learner, objective: int) -> date:
    return changing(student.session, lambda: ask_sooner(student.session, student.signed_up.person, objective, student.at))


def wish(student: Learner, objective: int) -> date | None:
    student.session.rollback()
    return student.session.scalars(own_card(student.id, objective)).one().asked_sooner


def twice_right(student: Learner) -> int:
    objective = student.objectives()[0]
    student.answers(objective)
    student.let_pass(days=1)
    student.answers(objective)
    return objective


def test_what_was_reviewed_today_is_asked_tomorrow_and_what_was_not_today(student: Learner) -> None:
    objective = twice_right(student)
    assert wants_sooner(student, objective) == WEDNESDAY
    assert isinstance(ask_question(student.session, student.signed_up.person, objective, student.at, KEY), Waits)
    student.let_pass(days=1)
    assert student.asked(objective)
    assert today(student.session, student.signed_up.person, student.at).reviews == 1
    changing(student.session, lambda: ask_when_due(student.session, student.id, objective))
    assert today(student.session, student.signed_up.person, student.at).reviews == 0
    assert wants_sooner(student, objective) == WEDNESDAY


def test_a_new_one_comes_before_the_others(student: Learner) -> None:
    last = student.objectives()[-1]
    assert next_question(student.session, student.signed_up.person, student.at) != last
    wants_sooner(student, last)
    assert next_question(student.session, student.signed_up.person, student.at) == last


def test_the_wish_moves_no_memory_and_is_met_by_a_review(student: Learner) -> None:
    objective = twice_right(student)
    before = student.card(objective)
    wants_sooner(student, objective)
    assert student.card(objective) == before
    student.let_pass(days=1)
    student.answers(objective)
    assert wish(student, objective) is None
    assert student.log(objective)[-1].kind == "scheduled"
    assert student.card(objective).memory.repetitions == 3


def test_taking_the_answer_back_brings_the_wish_back(student: Learner) -> None:
    objective = twice_right(student)
    wants_sooner(student, objective)
    student.let_pass(days=1)
    before = student.card(objective)
    student.answers(objective)
    student.undoes()
    assert student.card(objective) == before
    assert wish(student, objective) == WEDNESDAY
    assert student.asked(objective)


def test_a_drill_leaves_the_wish_for_tomorrow(student: Learner) -> None:
    objective = student.objectives()[0]
    student.answers(objective, right=False)
    wants_sooner(student, objective)
    student.answers(objective)
    assert wish(student, objective) == TUESDAY


def test_what_is_not_studied_cannot_be_asked_sooner(student: Learner) -> None:
    with pytest.raises(LookupError):
        wants_sooner(student, 999_999)


def test_what_is_asked_for_sooner_comes_today_whatever_the_limits(student: Learner) -> None:
    while (objective := next_question(student.session, student.signed_up.person, student.at)) is not None:
        student.answers(objective)
    last = student.objectives()[-1]
    assert wants_sooner(student, last) == MONDAY
    assert next_question(student.session, student.signed_up.person, student.at) == last
    student.answers(last)
    assert next_question(student.session, student.signed_up.person, student.at) is None


def test_a_wish_waits_for_the_day_after_a_sibling_and_no_day_off(student: Learner) -> None:
    facts = {one.objective: one.facts for one in candidates(student.session, student.signed_up.person)}
    first, sibling, third = next(family for one in facts if len(family := [two for two in facts if facts[one] & facts[two]]) > 2)[:3]
    student.answers(first)
    changing(student.session, lambda: change_days_off(student.session, student.id, ["1"]))
    assert wants_sooner(student, sibling) == WEDNESDAY
    assert wants_sooner(student, sibling) == WEDNESDAY
    assert wants_sooner(student, third) == WEDNESDAY + (WEDNESDAY - TUESDAY)
    student.let_pass(days=1)
    assert today(student.session, student.signed_up.person, student.at).waiting == 0
    student.let_pass(days=1)
    assert sibling in queue_of(student.session, student.signed_up.person, WEDNESDAY)[0].may
