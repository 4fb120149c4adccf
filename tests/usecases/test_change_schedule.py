from datetime import date

import pytest

from quizapp.models import Person
from quizapp.models.transactions import changing
from quizapp.queries.reviews import review_page
from quizapp.queries.today import today
from quizapp.scheduling.cards import CardState
from quizapp.scheduling.recall import recall
from quizapp.scheduling.why import Reason
from quizapp.usecases.ask_question import Waits, ask_question
from quizapp.usecases.change_schedule import change_schedule
from quizapp.usecases.wording import Problems
from tests.learner import KEY, Learner
from tests.practising import practises


def chooses(learner: Learner, scheduler: str = "fsrs", goal: str = "90") -> Person | Problems:
    return changing(learner.session, lambda: change_schedule(learner.session, learner.id, scheduler=scheduler, goal_recall=goal))


def cards(learner: Learner, number: int = 6) -> list[CardState]:
    return [learner.card(objective) for objective in learner.objectives()[:number]]


def learns(learner: Learner, days: int = 5) -> None:
    """Answer what is due of the first six objectives, most of it well, and practise a little."""
    for day in range(days):
        for number, objective in enumerate(learner.objectives()[:6]):
            if (due := learner.card(objective).due) is None or due <= learner.at.date():
                learner.answers(objective, right=(number + day) % 4 != 0, sure="certain")
            learner.let_pass(minutes=1)
        practises(learner, (learner.objectives()[day], 2))
        learner.let_pass(days=1)


def test_another_scheduler_counts_at_once_for_every_card_and_back_again(student: Learner) -> None:
    learns(student)
    before = cards(student)
    assert chooses(student) is student.signed_up.person
    by_goal = cards(student)
    assert [card.due for card in by_goal] == [card.due_fsrs for card in before]
    assert [card.due for card in by_goal] != [card.due for card in before]
    assert [(card.memory, card.fsrs) for card in by_goal] == [(card.memory, card.fsrs) for card in before]
    chooses(student, "sm2")
    assert cards(student) == before


def test_cards_are_what_their_log_comes_to_by_whichever_scheduler_counts(student: Learner) -> None:
    for scheduler in ("fsrs", "sm2", "fsrs"):
        chooses(student, scheduler, "80")
        learns(student, days=3)
        assert cards(student) == [student.folded(objective) for objective in student.objectives()[:6]]


def test_a_higher_goal_brings_everything_back_sooner_and_changes_no_memory(student: Learner) -> None:
    learns(student)
    chooses(student, "fsrs", "70")
    low = cards(student)
    chooses(student, "fsrs", "97")
    high = cards(student)
    assert all(one.due <= other.due for one, other in zip(high, low, strict=True) if one.due and other.due)
    assert sum(one.due != other.due for one, other in zip(high, low, strict=True)) > 2
    assert [one.memory for one in high] == [one.memory for one in low]


def test_today_the_queue_and_the_reason_take_the_day_that_counts(student: Learner) -> None:
    objective = student.objectives()[0]
    chooses(student)
    logged = student.answers(objective)
    person = student.signed_up.person
    page = review_page(student.session, person, objective, logged.turn, student.at)
    assert page is not None
    assert page.review.scheduler == "fsrs"
    assert page.why is not None
    assert (page.why.reason, page.why.due) == (Reason.FADES, date(2026, 3, 4))
    assert page.review.due_after == date(2026, 3, 4)
    assert today(student.session, person, student.at).next_day == date(2026, 3, 4)
    student.let_pass(days=1)
    assert ask_question(student.session, person, objective, student.at, KEY) == Waits(date(2026, 3, 4))
    chooses(student, "sm2")
    assert today(student.session, person, student.at).reviews == 1
    assert student.asked(objective).kind == "scheduled"


def test_taking_back_guesses_and_drills_go_as_before(student: Learner) -> None:
    objective = student.objectives()[0]
    chooses(student)
    student.answers(objective, right=False)
    missed = student.card(objective)
    assert student.asked(objective).kind == "drill"
    student.answers(objective)
    drilled = student.card(objective)
    assert drilled.drilling is None
    assert recall(drilled.fsrs, date(2026, 3, 20)) >= recall(missed.fsrs, date(2026, 3, 20))
    lowered = student.was_guessing(objective, 2)
    assert lowered is not None
    assert student.card(objective) == student.folded(objective) != drilled
    student.undoes()
    assert student.card(objective) == missed
    student.undoes()
    assert student.card(objective) == CardState()


@pytest.mark.parametrize(
    ("scheduler", "goal", "field"),
    [
        ("fsrs", "69", "goal_recall"),
        ("fsrs", "98", "goal_recall"),
        ("fsrs", "", "goal_recall"),
        ("fsrs", "9" * 5000, "goal_recall"),
        ("fsrs", "²", "goal_recall"),
        ("leitner", "90", "scheduler"),
        ("", "90", "scheduler"),
    ],
)
def test_what_cannot_be_used_is_said_at_its_field_and_changes_nothing(student: Learner, scheduler: str, goal: str, field: str) -> None:
    problems = chooses(student, scheduler, goal)
    assert isinstance(problems, dict)
    assert set(problems) == {field}
    person = student.signed_up.person
    assert (person.scheduler, person.goal_recall) == ("sm2", 90)


@pytest.mark.parametrize(("typed", "kept"), [("70", 70), ("97", 97), (" 88 % ", 88)])
def test_a_goal_is_kept_as_it_is_typed(student: Learner, typed: str, kept: int) -> None:
    chooses(student, "sm2", typed)
    assert student.signed_up.person.goal_recall == kept


def test_nobody_elses_cards_move(student: Learner, outsider: Learner) -> None:
    learns(outsider, days=2)
    before = cards(outsider)
    chooses(student)
    assert cards(outsider) == before
    assert outsider.signed_up.person.scheduler == "sm2"
