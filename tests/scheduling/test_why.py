"""Why a card is due on its day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.scheduling.cards import fold, in_drill, live
from quizapp.scheduling.recall import HIGHEST_GOAL, LOWEST_GOAL, recall
from quizapp.scheduling.sm2 import Memory
from quizapp.scheduling.why import Reason, WhyThen, why_after, why_then
from tests.scheduling.histories import DAY, MONDAY, history, walks


def test_a_new_card_has_no_day_to_explain():
    assert why_then([]) is None
    assert why_then([replace(history((4, MONDAY))[0], undone=True)]) is None


@pytest.mark.parametrize(
    ("before", "grade", "reason", "days"),
    [
        (Memory(), 4, Reason.FIRST, 1),
        (Memory(1, 1, 250), 5, Reason.SECOND, 6),
        (Memory(2, 6, 260), 4, Reason.GROWN, 16),
        (Memory(7, 36_500, 260), 4, Reason.LONGEST, 36_500),
        (Memory(7, 400, 260), 2, Reason.FAILED, 1),
    ],
)
def test_each_rule_gives_its_reason_and_its_numbers(before, grade, reason, days):
    due = MONDAY + timedelta(days=days)
    assert why_after(before, grade, MONDAY) == WhyThen(reason, MONDAY, due, days, grade, before.interval, before.easiness)


def test_a_card_in_drill_says_so_and_keeps_the_reason_of_its_day():
    why = why_then(history((4, MONDAY), (2, MONDAY + DAY), (3, MONDAY + DAY)))
    assert why == WhyThen(Reason.FAILED, MONDAY + DAY, MONDAY + 2 * DAY, 1, 2, 1, 250, drilling=True)
    known = why_then(history((4, MONDAY), (2, MONDAY + DAY), (4, MONDAY + DAY)))
    assert known == replace(why, grade=2, drilling=False)


def test_a_day_past_the_calendar_is_counted_as_far_as_it_goes():
    assert why_after(Memory(5, 40, 250), 4, date(9999, 12, 30)).days == 1


@given(walks())
def test_what_is_said_agrees_with_the_card(walk):
    why, card = why_then(walk), fold(walk)
    assert (why is None) == all(one.practised for one in live(walk))
    if why and card.last_day:
        assert (why.due, why.days) == (card.due, card.memory.interval)
        assert why.drilling == in_drill(card, card.last_day)


@given(walk=walks(), goal=st.integers(LOWEST_GOAL, HIGHEST_GOAL))
def test_what_is_said_of_fsrs_agrees_with_the_card_and_with_recall_on_that_day(walk, goal):
    reviewed = live(walk)
    while reviewed and reviewed[-1].practised:
        reviewed.pop()
    why, card = why_then(walk, "fsrs", goal), fold(reviewed, goal=goal)
    assert (why is None) == (not reviewed)
    if why and card.last_day:
        assert why.due == card.due_fsrs == card.last_day + why.days * DAY
        assert why.likely == recall(card.fsrs, why.due)
        assert why.drilling == in_drill(card, card.last_day)
        assert (why.reason is Reason.SHORTEST) <= (why.days == 1)


def test_fsrs_names_the_recall_that_is_left_or_that_no_wait_is_shorter():
    known, missed = why_then(history((4, MONDAY)), "fsrs"), why_then(history((1, MONDAY)), "fsrs")
    assert known is not None
    assert (known.reason, known.days) == (Reason.FADES, 2)
    assert known.likely == pytest.approx(0.91, abs=0.01)
    assert missed is not None
    assert (missed.reason, missed.days, missed.drilling) == (Reason.SHORTEST, 1, True)
    assert missed.likely == pytest.approx(0.77, abs=0.01)


def test_a_scheduler_without_words_gives_no_reason():
    assert why_then(history((4, MONDAY)), "of somebody else") is None


def test_a_day_that_was_moved_says_by_how_much():
    log = history((4, MONDAY), (4, MONDAY + DAY))
    before = why_then(log)
    log[-1] = replace(log[-1], due=MONDAY + 8 * DAY)
    why = why_then(log)
    assert before is not None
    assert why is not None
    assert (before.moved, why.days, why.moved) == (0, 6, 1)
    assert fold(log).due == MONDAY + 8 * DAY
