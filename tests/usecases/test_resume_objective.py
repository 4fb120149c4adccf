import pytest

from quizapp.models.transactions import changing
from quizapp.queries.today import is_asked, today
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
        changing(student.session, lambda: resume_objective(student.session, student.signed_up.person, 999_999, student.at))


def test_taking_up_what_rested_since_before_a_gap_is_no_coming_back(student: Learner) -> None:
    rested, *others = student.objectives()[:3]
    student.answers(rested)
    student.suspends(rested)
    student.let_pass(days=20)
    student.answers(others[0])
    student.let_pass(days=2)
    student.resumes(rested)
    found = today(student.session, student.signed_up.person, student.at)
    assert found.back_since is None
    assert found.new
    assert is_asked(student.session, student.signed_up.person, rested, student.at)
