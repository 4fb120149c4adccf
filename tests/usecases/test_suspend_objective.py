from random import Random

import pytest
from sqlalchemy import select

from quizapp.models import Card
from quizapp.models.transactions import changing
from quizapp.queries.cards import PickedOut, suspended
from quizapp.queries.library import library
from quizapp.queries.today import queue_of, study_day_of, today
from quizapp.scheduling.cards import CardState
from quizapp.usecases.ask_question import Waits, ask_question
from quizapp.usecases.next_question import next_question
from quizapp.usecases.pause_topic import pause_topic
from quizapp.usecases.suspend_objective import suspend_objective
from tests.learner import KEY, Learner, random_answer


def asked_next(learner: Learner) -> int | None:
    return next_question(learner.session, learner.signed_up.person, learner.at)


def may_be_asked(learner: Learner, objective: int) -> bool:
    return not isinstance(ask_question(learner.session, learner.signed_up.person, objective, learner.at, KEY), Waits)


def test_what_is_suspended_leaves_the_queue_at_once_and_comes_back_as_it_was(student: Learner) -> None:
    objective = asked_next(student)
    assert objective
    before = today(student.session, student.signed_up.person, student.at)
    student.suspends(objective)
    assert asked_next(student) != objective
    assert not may_be_asked(student, objective)
    assert today(student.session, student.signed_up.person, student.at).suspended == 1
    student.resumes(objective)
    assert asked_next(student) == objective
    assert may_be_asked(student, objective)
    assert today(student.session, student.signed_up.person, student.at) == before


def test_a_drill_that_is_suspended_is_over_at_once(student: Learner) -> None:
    objective = asked_next(student)
    assert objective
    student.answers(objective, right=False)
    assert today(student.session, student.signed_up.person, student.at).drills == 1
    student.suspends(objective)
    assert today(student.session, student.signed_up.person, student.at).drills == 0


def test_the_day_on_which_something_comes_back_does_not_count_what_is_suspended(student: Learner) -> None:
    first, second = student.objectives()[:2]
    student.answers(first)
    student.answers(second)
    student.suspends(first)
    assert today(student.session, student.signed_up.person, student.at).next_day_count == 1


def test_the_library_says_how_many_are_suspended_and_does_not_call_them_due(student: Learner) -> None:
    objective = student.objective("metastatic-cancer/spread.kidney#sites")
    student.answers(objective)
    student.let_pass(days=1)
    day = study_day_of(student.session, student.signed_up.person, student.at)

    def counts() -> list[tuple[int, int, int]]:
        (shelf,) = library(student.session, student.id, day)
        return [(topic.met, topic.due, topic.suspended) for topic in shelf.topics if topic.topic == "spread"]

    assert counts() == [(1, 1, 0)]
    student.suspends(objective)
    assert counts() == [(1, 0, 1)]


@pytest.mark.parametrize("seed", range(3))
def test_suspending_and_resuming_changes_no_memory_and_no_due_day(student: Learner, seed: int) -> None:
    """Whatever is answered, taken back, suspended and resumed: each card is what its log comes to, and the queue what it would be."""
    chance = Random(seed)
    objectives = student.objectives()[:6]
    for _ in range(25):
        match chance.choice(["answer", "answer", "undo", "suspend", "resume", "sleep"]):
            case "answer":
                objective = chance.choice(objectives)
                if may_be_asked(student, objective):
                    question = student.asked(objective)
                    student.sends(question, random_answer(question.item.interaction, chance))
            case "undo":
                student.undoes()
            case "suspend":
                _keeps_all(student, student.suspends, chance.choice(objectives))
            case "resume":
                _keeps_all(student, student.resumes, chance.choice(objectives))
            case _:
                student.let_pass(hours=chance.randint(1, 40))
    day = study_day_of(student.session, student.signed_up.person, student.at)
    for objective in objectives:
        assert student.card(objective) == student.folded(objective)
        student.suspends(objective)
    for objective in objectives:
        student.resumes(objective)
    left = queue_of(student.session, student.signed_up.person, day)
    for card in student.session.scalars(select(Card)).all():
        assert (card.suspended_at, card.suspended_because) == (None, None)
    assert left == queue_of(student.session, student.signed_up.person, day)


def _keeps_all(student: Learner, changes: object, objective: int) -> None:
    before = {one: (student.card(one), student.turns(one)) for one in student.objectives()[:6]}
    changes(objective)  # type: ignore[operator]
    assert {one: (student.card(one), student.turns(one)) for one in before} == before


def test_what_was_never_asked_can_be_suspended_and_is_new_when_it_is_resumed(student: Learner) -> None:
    objective = student.objectives()[0]
    student.suspends(objective)
    assert (student.card(objective), student.turns(objective)) == (CardState(), 0)
    student.resumes(objective)
    assert student.answers(objective).turn == 1
    assert student.card(objective) == student.folded(objective)


def test_an_answer_given_elsewhere_meanwhile_counts_and_the_objective_stays_suspended(student: Learner) -> None:
    objective = student.objectives()[0]
    question = student.asked(objective)
    student.suspends(objective)
    student.sends(question, {"dont-know": ["1"]})
    assert student.card(objective).steps == 1
    assert not may_be_asked(student, objective)


def test_a_second_press_changes_nothing(student: Learner) -> None:
    objective = student.objectives()[0]
    student.suspends(objective)
    began, student.at = student.at, student.at.replace(hour=13)
    student.suspends(objective)
    assert student.session.scalars(select(Card.suspended_at)).all() == [began]


def test_the_list_shows_ones_own_the_latest_first_with_the_last_answer(student: Learner, outsider: Learner) -> None:
    first, second, theirs = student.objectives()[:3]
    student.answers(first)
    student.suspends(first)
    student.let_pass(minutes=1)
    student.suspends(second)
    outsider.suspends(theirs)
    assert [(one.objective_id, one.turn) for one in suspended(student.session, student.id, "wished")] == [(second, None), (first, 1)]
    assert all(isinstance(one, PickedOut) and one.aim for one in suspended(student.session, student.id, "wished"))
    assert asked_next(outsider) not in (None, theirs)


def test_what_is_not_studied_cannot_be_suspended_but_what_rests_can(student: Learner) -> None:
    objective = student.objective("metastatic-cancer/spread.kidney#sites")
    with pytest.raises(LookupError):
        changing(student.session, lambda: suspend_objective(student.session, student.id, 999_999, student.at))
    changing(student.session, lambda: pause_topic(student.session, student.id, "metastatic-cancer", "spread", student.at))
    student.suspends(objective)
    assert [one.objective_id for one in suspended(student.session, student.id, "wished")] == [objective]
