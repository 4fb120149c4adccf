from random import Random

from sqlalchemy.orm import Session

from quizapp.scheduling.cards import CardState
from quizapp.usecases.undo_review import Undone
from tests.learner import Learner, random_answer


def test_an_answer_taken_back_is_as_if_it_had_never_been_but_stays_in_the_log(student: Learner) -> None:
    objective = student.objectives()[0]
    student.answers(objective)
    student.let_pass(days=1)
    before, question = student.card(objective), student.asked(objective)
    student.answers(objective, right=False)
    assert student.undoes() == Undone(objective, 2)
    assert student.card(objective) == before
    assert [review.undone_at for review in student.log(objective)] == [None, student.at]
    again = student.asked(objective)
    assert (again.item, again.turn) == (question.item, 3)


def test_an_objective_whose_only_answer_was_taken_back_is_new_again(student: Learner) -> None:
    objective = student.objectives()[0]
    student.answers(objective)
    student.undoes()
    assert student.card(objective) == CardState()
    assert student.asked(objective).turn == 2


def test_every_answer_of_the_day_can_be_taken_back_the_last_first_and_each_restores_its_card(student: Learner) -> None:
    chance = Random(7)
    objectives = student.objectives()[:5]
    student.answers(objectives[0])
    student.let_pass(days=1)
    before: list[tuple[int, CardState]] = []
    for _ in range(12):
        objective = chance.choice(
            [one for one in objectives if student.card(one).last_day != student.at.date() or student.card(one).drilling]
        )
        before.append((objective, student.card(objective)))
        question = student.asked(objective)
        student.sends(question, random_answer(question.item.interaction, chance) if chance.random() < 0.3 else {"dont-know": ["1"]})
        student.let_pass(minutes=chance.randint(0, 5))
    for objective, state in reversed(before):
        undone = student.undoes()
        assert undone is not None
        assert undone.objective_id == objective
        assert student.card(objective) == state == student.folded(objective)
    assert student.undoes() is None
    assert student.card(objectives[0]).steps == 1  # yesterday's stands


def test_the_day_ends_at_four_and_with_it_what_can_be_taken_back(student: Learner) -> None:
    student.answers(student.objectives()[0])
    student.at = student.at.replace(day=3, hour=4)
    assert student.undoes() is None
    student.at = student.at.replace(hour=3, minute=59)
    assert student.undoes() is not None


def test_a_second_press_takes_back_no_other_answer(student: Learner) -> None:
    first, second = student.objectives()[:2]
    student.answers(first)
    student.answers(second)
    assert student.undoes(only=(second, 1)) == Undone(second, 1)
    assert student.undoes(only=(second, 1)) is None
    assert student.card(first).steps == 1
    assert student.undoes(only=(first, 1)) == Undone(first, 1)


def test_nobody_takes_back_the_answers_of_others(student: Learner, outsider: Learner) -> None:
    student.answers(student.objectives()[0])
    assert outsider.undoes() is None


def test_with_nothing_answered_there_is_nothing_to_take_back(session: Session, student: Learner) -> None:
    assert student.undoes() is None
