import pytest

from quizapp.models.transactions import changing
from quizapp.queries.cards import flagged
from quizapp.queries.today import today
from quizapp.usecases.flag_objective import flag_objective
from tests.learner import Learner


def flags(learner: Learner, objective: int) -> None:
    changing(learner.session, lambda: flag_objective(learner.session, learner.id, objective, learner.at))


def list_of(learner: Learner) -> list[int]:
    return [one.objective_id for one in flagged(learner.session, learner.id)]


def test_a_flag_finds_an_objective_again_and_changes_nothing_else(student: Learner) -> None:
    objective = student.objectives()[0]
    student.answers(objective)
    card, day = student.card(objective), today(student.session, student.signed_up.person, student.at)
    flags(student, objective)
    assert list_of(student) == [objective]
    assert student.card(objective) == card
    assert today(student.session, student.signed_up.person, student.at) == day


def test_the_latest_flag_comes_first_and_a_second_press_changes_nothing(student: Learner) -> None:
    first, second = student.objectives()[:2]
    flags(student, first)
    student.let_pass(minutes=1)
    flags(student, second)
    flags(student, first)
    assert list_of(student) == [second, first]


def test_a_flag_is_ones_own(student: Learner, outsider: Learner) -> None:
    flags(student, student.objectives()[0])
    assert list_of(outsider) == []


def test_what_is_not_studied_cannot_be_flagged(student: Learner) -> None:
    with pytest.raises(LookupError):
        flags(student, 999_999)
