import pytest

from quizapp.models.transactions import changing
from quizapp.usecases.resume_objective import resume_objective
from tests.learner import Learner


def test_what_was_never_suspended_stays_as_it_is(student: Learner) -> None:
    objective = student.objectives()[0]
    student.answers(objective)
    before = student.card(objective)
    student.resumes(objective)
    assert student.card(objective) == before


def test_nobody_resumes_for_others(student: Learner, outsider: Learner) -> None:
    objective = student.objectives()[0]
    student.suspends(objective)
    outsider.resumes(objective)
    assert student.suspended(objective)


def test_what_is_not_studied_cannot_be_resumed(student: Learner) -> None:
    with pytest.raises(LookupError):
        changing(student.session, lambda: resume_objective(student.session, student.id, 999_999))
