"""Long walks through a day: whatever is answered, drilled, called a guess, practised and taken back, cards are what their log comes to."""

from collections.abc import Sequence
from random import Random

import pytest

from quizapp.models.transactions import changing
from quizapp.scheduling.cards import CardState
from quizapp.scheduling.schedulers import schedulers
from quizapp.usecases.change_schedule import change_schedule
from tests.amounts import amount
from tests.learner import Learner, random_answer
from tests.practising import practises

DEEP = 50
SOME = 8


@pytest.mark.parametrize("scheduler", schedulers())
@pytest.mark.parametrize("seed", range(amount(1, 12)))
def test_fifty_answers_taken_back_one_by_one_lead_through_every_card_there_was(student: Learner, scheduler: str, seed: int) -> None:
    chance, objectives = Random(f"walk {seed}"), student.objectives()[:SOME]
    changing(student.session, lambda: change_schedule(student.session, student.id, scheduler=scheduler, goal_recall="88"))
    begins_with_some_days(student, objectives, chance)
    before: list[tuple[int, CardState]] = []
    while len(before) < DEEP:
        objective = chance.choice(objectives)
        state = student.card(objective)
        if answers_if_asked(student, objective, chance):
            before.append((objective, state))
    for objective, state in reversed(before):
        undone = student.undoes()
        assert undone is not None
        assert undone.objective_id == objective
        assert student.card(objective) == state == student.folded(objective)


@pytest.mark.parametrize("scheduler", schedulers())
def test_a_walk_of_answers_undos_guesses_and_practice_agrees_with_the_log_at_every_step(student: Learner, scheduler: str) -> None:
    chance, objectives = Random("a walk"), student.objectives()[:SOME]
    changing(student.session, lambda: change_schedule(student.session, student.id, scheduler=scheduler, goal_recall="92"))
    for _ in range(DEEP):
        match chance.choice(("answer", "answer", "undo", "practise", "day")):
            case "answer":
                answers_if_asked(student, chance.choice(objectives), chance)
            case "undo":
                student.undoes()
            case "practise":
                practises(student, (chance.choice(objectives), chance.randrange(6)))
            case _:
                student.let_pass(days=chance.choice((1, 2, 9)))
        student.let_pass(minutes=1)
        assert [student.card(one) for one in objectives] == [student.folded(one) for one in objectives]


def begins_with_some_days(student: Learner, objectives: Sequence[int], chance: Random) -> None:
    for _ in range(3):
        for objective in objectives:
            answers_if_asked(student, objective, chance)
        practises(student, (chance.choice(objectives), chance.randrange(6)))
        student.let_pass(days=3)


def answers_if_asked(student: Learner, objective: int, chance: Random) -> bool:
    """Answer, mostly so that it is asked again on the same day; False where it is not asked on this one."""
    card = student.card(objective)
    if card.due and card.due > student.at.date() and card.drilling != student.at.date():
        return False
    question = student.asked(objective)
    form = random_answer(question.item.interaction, chance) if chance.random() < 0.1 else {"dont-know": ["1"]}
    student.sends(question, form)
    if chance.random() < 0.3:
        student.was_guessing(objective, student.turns(objective))
    student.let_pass(minutes=1)
    return True
