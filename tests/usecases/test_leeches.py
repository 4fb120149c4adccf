"""An objective that is missed again and again rests, and what makes it rest can be taken back."""

from quizapp.queries.cards import own_card
from tests.learner import Learner


def lapses(student: Learner, objective: int, times: int) -> None:
    """Know it on one day and miss it on the next, so many times."""
    for _ in range(times):
        student.answers(objective)
        student.let_pass(days=1)
        student.answers(objective, right=False)
        student.let_pass(days=1)


def because(student: Learner, objective: int) -> str | None:
    student.session.rollback()
    card = student.session.scalar(own_card(student.id, objective))
    return card.suspended_because if card else None


def test_after_six_lapses_an_objective_rests(student: Learner) -> None:
    objective = student.objectives()[0]
    lapses(student, objective, 5)
    assert because(student, objective) is None
    lapses(student, objective, 1)
    assert because(student, objective) == "leech"
    assert student.card(objective).lapses == 6


def test_taking_back_the_answer_that_made_it_rest_takes_the_rest_away_and_giving_it_again_brings_it_back(student: Learner) -> None:
    objective = student.objectives()[0]
    lapses(student, objective, 5)
    student.answers(objective)
    student.let_pass(days=1)
    before = student.card(objective)
    student.answers(objective, right=False)
    assert because(student, objective) == "leech"
    student.undoes()
    assert because(student, objective) is None
    assert student.card(objective) == before
    student.answers(objective, right=False)
    assert because(student, objective) == "leech"


def test_taken_up_again_it_is_asked_and_rests_after_six_lapses_more(student: Learner) -> None:
    objective = student.objectives()[0]
    lapses(student, objective, 6)
    student.resumes(objective)
    lapses(student, objective, 5)
    assert because(student, objective) is None
    lapses(student, objective, 1)
    assert because(student, objective) == "leech"


def test_what_rests_by_wish_keeps_its_reason_when_its_answer_is_taken_back(student: Learner) -> None:
    objective = student.objectives()[0]
    lapses(student, objective, 5)
    student.answers(objective)
    student.let_pass(days=1)
    student.answers(objective, right=False)
    student.resumes(objective)
    student.suspends(objective)
    student.undoes()
    assert because(student, objective) == "wished"
