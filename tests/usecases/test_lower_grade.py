from datetime import date

from quizapp.usecases.lower_grade import Lowered
from tests.learner import Learner


def test_a_right_answer_that_was_a_guess_counts_as_one(student: Learner) -> None:
    objective = student.objectives()[0]
    student.answers(objective, sure="certain")
    assert student.was_guessing(objective, 1) == Lowered(objective, 1, 3)
    review = student.log(objective)[0]
    assert (review.grade, review.lowered_to, review.counted_grade, review.lowered_at) == (4, 3, 3, student.at)
    assert (review.easiness_after, student.card(objective).memory.easiness) == (236, 236)
    assert student.card(objective) == student.folded(objective)
    assert student.card(objective).drilling == date(2026, 3, 2)


def test_lowering_twice_changes_nothing_more(student: Learner) -> None:
    objective = student.objectives()[0]
    student.answers(objective)
    student.was_guessing(objective, 1)
    once = student.card(objective)
    assert student.was_guessing(objective, 1) is None
    assert student.card(objective) == once


def test_saying_so_never_raises_a_grade(student: Learner) -> None:
    objective = student.objectives()[0]
    student.answers(objective, right=False)
    assert student.was_guessing(objective, 1) is None
    assert student.log(objective)[0].lowered_to is None


def test_only_the_last_live_answer_of_the_card_can_be_lowered(student: Learner) -> None:
    objective = student.objectives()[0]
    student.answers(objective)
    student.let_pass(days=1)
    student.answers(objective)
    assert student.was_guessing(objective, 1) is None
    student.undoes()
    assert student.was_guessing(objective, 2) is None
    assert student.was_guessing(objective, 3) is None
    assert student.was_guessing(objective, 1) is None  # it is yesterday's


def test_after_the_study_day_the_grade_stands(student: Learner) -> None:
    objective = student.objectives()[0]
    student.answers(objective)
    student.at = student.at.replace(day=3, hour=4)
    assert student.was_guessing(objective, 1) is None


def test_an_answer_that_was_lowered_can_be_taken_back_and_given_again(student: Learner) -> None:
    objective = student.objectives()[0]
    student.answers(objective)
    student.was_guessing(objective, 1)
    student.undoes()
    student.answers(objective)
    assert student.card(objective) == student.folded(objective)
    assert student.card(objective).memory.easiness == 250


def test_nobody_lowers_the_grades_of_others(student: Learner, outsider: Learner) -> None:
    objective = student.objectives()[0]
    student.answers(objective)
    assert outsider.was_guessing(objective, 1) is None
    assert student.log(objective)[0].lowered_to is None
