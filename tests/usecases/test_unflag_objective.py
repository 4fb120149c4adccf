import pytest

from quizapp.models.transactions import changing
from quizapp.queries.cards import flagged
from quizapp.usecases.flag_objective import flag_objective
from quizapp.usecases.unflag_objective import unflag_objective
from tests.learner import Learner


def unflags(learner: Learner, objective: int) -> None:
    changing(learner.session, lambda: unflag_objective(learner.session, learner.id, objective))


def test_a_flag_is_taken_away_by_whose_it_is_alone(student: Learner, outsider: Learner) -> None:
    objective = student.objectives()[0]
    changing(student.session, lambda: flag_objective(student.session, student.id, objective, student.at))
    unflags(outsider, objective)
    assert [one.objective_id for one in flagged(student.session, student.id)] == [objective]
    unflags(student, objective)
    unflags(student, objective)
    assert flagged(student.session, student.id) == ()


def test_what_is_not_studied_has_no_flag_to_take(student: Learner) -> None:
    with pytest.raises(LookupError):
        unflags(student, 999_999)
