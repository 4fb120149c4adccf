"""Long walks of answers and wishes: whatever was done on a day, taking it back step by step leads through every state there was."""

from collections.abc import Callable
from datetime import date
from random import Random

import pytest

from quizapp.models.transactions import changing
from quizapp.queries.cards import own_card, state_of
from quizapp.scheduling.cards import CardState
from quizapp.usecases.ask_question import Question, ask_question
from quizapp.usecases.ask_sooner import ask_sooner
from quizapp.usecases.ask_when_due import ask_when_due
from quizapp.usecases.reset_topic import reset_topic
from quizapp.usecases.suspend_objective import suspend_objective
from quizapp.usecases.take_back_reset import take_back_reset
from tests.amounts import amount
from tests.learner import KEY, Learner, random_answer

BANK, TOPIC, DEEP, SOME = "metastatic-cancer", "spread", 50, 8
Standing = list[tuple[CardState, str | None, date | None]]
TakesBack = Callable[[], object]


@pytest.mark.parametrize("seed", range(amount(1, 12)))
def test_fifty_answers_and_wishes_taken_back_one_by_one_lead_through_every_state_there_was(student: Learner, seed: int) -> None:
    chance, objectives = Random(f"wishing {seed}"), _some(student)
    for _ in range(3):
        for objective in objectives:
            _answers(student, objective, chance)
        student.let_pass(days=2)
    before: list[tuple[Standing, TakesBack]] = []
    while len(before) < DEEP:
        stands = _standing(student, objectives)
        takes_back = chance.choice((_answers, _answers, _answers, _wants_sooner, _knows, _begins_afresh))(
            student, chance.choice(objectives), chance
        )
        student.let_pass(minutes=1)
        if takes_back is not None:
            before.append((stands, takes_back))
    for stands, takes_back in reversed(before):
        takes_back()
        assert _standing(student, objectives) == stands
        assert [student.card(one) for one in objectives] == [student.folded(one) for one in objectives]


def _some(student: Learner) -> list[int]:
    """Of one topic that may be begun afresh, and of others."""
    kept = [student.objective(f"{BANK}/spread.{primary}#sites") for primary in ("kidney", "lung", "breast", "prostate")]
    return [*kept, *(one for one in student.objectives() if one not in kept)][:SOME]


def _standing(student: Learner, objectives: list[int]) -> Standing:
    student.session.rollback()
    cards = [student.session.scalar(own_card(student.id, one)) for one in objectives]
    return [(state_of(card), card.suspended_because, card.asked_sooner) if card else (CardState(), None, None) for card in cards]


def _answers(student: Learner, objective: int, chance: Random) -> TakesBack | None:
    student.session.rollback()
    question = ask_question(student.session, student.signed_up.person, objective, student.at, KEY)
    if not isinstance(question, Question):
        return None
    student.sends(question, random_answer(question.item.interaction, chance) if chance.random() < 0.3 else {"dont-know": ["1"]})
    return student.undoes


def _wants_sooner(student: Learner, objective: int, _: Random) -> TakesBack | None:
    if _standing(student, [objective])[0][2] is not None:
        return None
    changing(student.session, lambda: ask_sooner(student.session, student.signed_up.person, objective, student.at))
    return lambda: changing(student.session, lambda: ask_when_due(student.session, student.id, objective))


def _knows(student: Learner, objective: int, _: Random) -> TakesBack | None:
    if _standing(student, [objective])[0][1] is not None:
        return None
    changing(student.session, lambda: suspend_objective(student.session, student.id, objective, student.at, "known"))
    return lambda: student.resumes(objective)


def _begins_afresh(student: Learner, _objective: int, chance: Random) -> TakesBack | None:
    if chance.random() < 0.7 or not changing(student.session, lambda: reset_topic(student.session, student.id, BANK, TOPIC, student.at)):
        return None
    return lambda: changing(student.session, lambda: take_back_reset(student.session, student.id, BANK, TOPIC, student.at))
