"""Recall, beside the package that works it out, used as its own documentation has it."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from fsrs import Card, Rating, Scheduler
from hypothesis import given
from hypothesis import strategies as st

from quizapp.scheduling.cards import Answered, fold, live
from quizapp.scheduling.recall import GOAL, HIGHEST_GOAL, LOWEST_GOAL, Memory, practise, recall, recall_after, remember
from tests.scheduling.histories import DAY, MONDAY, history, walks

GOALS = st.integers(LOWEST_GOAL, HIGHEST_GOAL)


def at_noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


def by_the_package(answers: list[Answered], goal: int) -> tuple[Card, date | None]:
    """The package's own card after these answers, and the day it gave at the last one that was a review."""
    scheduler = Scheduler(desired_retention=goal / 100, enable_fuzzing=False, learning_steps=(), relearning_steps=())
    card, due = Card(card_id=1), None
    for one in answers:
        rating = Rating.Again if one.counted < 3 else Rating.Hard if one.counted == 3 else Rating.Good
        card, _ = scheduler.review_card(card, rating, at_noon(one.study_day))
        due = due if one.practised else card.due.date()
    return card, due


@given(walk=walks(), goal=GOALS, later=st.integers(0, 400))
def test_a_fold_is_exactly_what_the_package_makes_of_the_same_answers(walk, goal, later):
    folded, (card, due) = fold(walk, goal=goal), by_the_package(live(walk), goal)
    if folded.fsrs is None:
        assert card.stability is None
        return
    assert (folded.fsrs.stability, folded.fsrs.difficulty) == (card.stability, card.difficulty)
    assert card.last_review == at_noon(folded.fsrs.day)
    assert folded.due_fsrs == due
    day = folded.fsrs.day + later * DAY
    assert recall(folded.fsrs, day) == Scheduler().get_card_retrievability(card, at_noon(day))


@given(grade=st.integers(0, 5), goal=GOALS)
def test_at_the_day_it_comes_back_recall_has_fallen_to_about_the_goal(grade, goal):
    memory = remember(remember(None, 4, MONDAY, goal), grade, MONDAY + 5 * DAY, goal)
    assert memory.due is not None
    if (memory.due - memory.day).days > 5:  # days are whole, so that near ones miss by more
        assert recall(memory, memory.due) == pytest.approx(goal / 100, abs=0.02)


def test_recall_is_whole_on_the_day_of_an_answer_and_falls_from_then_on():
    memory = remember(None, 4, MONDAY)
    falling = [recall(memory, MONDAY + gap * DAY) for gap in range(400)]
    assert falling[0] == 1
    assert falling == sorted(falling, reverse=True)
    assert 0 < falling[-1] < falling[10] < 0.9


def test_what_was_never_answered_is_known_by_nobody():
    assert recall(None, MONDAY) == 0


def test_a_higher_goal_brings_it_back_sooner_and_remembers_the_same():
    easy, keen = (fold(history((4, MONDAY), (4, MONDAY + 3 * DAY)), goal=goal).fsrs for goal in (LOWEST_GOAL, HIGHEST_GOAL))
    assert easy is not None
    assert keen is not None
    assert easy.due is not None
    assert keen.due is not None
    assert keen.due < easy.due
    assert keen._replace(due=None) == easy._replace(due=None)


def test_practice_is_remembered_and_keeps_the_day_that_the_last_review_set():
    reviewed = remember(None, 4, MONDAY)
    practised = practise(reviewed, 1, MONDAY + DAY)
    assert practised.due == reviewed.due
    assert practised.stability < reviewed.stability
    assert practise(None, 4, MONDAY) == reviewed._replace(due=None)


def test_a_day_near_the_end_of_the_calendar_breaks_nothing():
    late = remember(Memory(30_000.0, 2.0, date(9998, 1, 1), None), 4, date(9999, 12, 30), GOAL)
    assert late.due == date.max
    assert recall(late, date.max) == 1


@given(st.floats(0.01, 36_500), st.integers(0, 3_650))
def test_recall_from_bare_numbers_is_that_of_the_package(stability, days):
    memory = Memory(stability, 5.0, MONDAY, None)
    assert recall_after(stability, days) == pytest.approx(recall(memory, MONDAY + timedelta(days=days)), abs=1e-12)
