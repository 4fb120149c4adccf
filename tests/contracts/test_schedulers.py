"""What every scheduler promises; a new one is tested by arriving."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.scheduling.cards import CardState, answer, by_sm2, fold, kind_on, live, practise
from quizapp.scheduling.recall import HIGHEST_GOAL, LOWEST_GOAL
from quizapp.scheduling.schedulers import USUAL, due_by, scheduler, schedulers
from tests.scheduling.histories import DAY, MONDAY, history, walks

every_scheduler = pytest.mark.parametrize("due", schedulers().values(), ids=schedulers())


def test_sm2_counts_for_whoever_chose_nothing():
    assert USUAL == "sm2"
    assert {"sm2", "fsrs"} <= set(schedulers())
    assert list(schedulers()) == sorted(schedulers())
    assert due_by("of an older version") is due_by("sm2")


@given(walk=walks())
def test_a_card_that_is_folded_without_a_scheduler_is_due_as_sm2_has_it(walk):
    assert fold(walk) == fold(walk, schedulers()["sm2"]) == fold(walk, by_sm2)


def test_a_name_is_given_once():
    with pytest.raises(ValueError, match="two schedulers"):
        scheduler("sm2")(schedulers()["sm2"])


@every_scheduler
def test_a_card_without_live_reviews_is_due_on_no_day(due):
    assert due(CardState()) is None
    assert fold([replace(one, undone=True) for one in history((4, MONDAY))], due).due is None
    assert fold(history((4, MONDAY), practised=True), due).due is None


@every_scheduler
@given(walk=walks(), goal=st.integers(LOWEST_GOAL, HIGHEST_GOAL))
def test_a_card_is_due_after_the_day_of_its_last_review_and_within_a_hundred_years(due, walk, goal):
    card = fold(walk, due, goal)
    assert (card.due is None) == (card.last_day is None)
    if card.due and card.last_day:
        assert timedelta(days=1) <= card.due - card.last_day <= timedelta(days=36_500)


@every_scheduler
@given(walk=walks())
def test_answers_taken_back_move_no_day(due, walk):
    assert fold(walk, due) == fold(live(walk), due)


@every_scheduler
@given(walk=walks(), grade=st.integers(0, 5), gap=st.integers(0, 40))
def test_an_answer_in_practice_moves_no_day_by_itself(due, walk, grade, gap):
    card = fold(walk, due)
    assert practise(card, grade, (card.last_day or MONDAY) + gap * DAY).due == card.due


@every_scheduler
@given(walk=walks(), grade=st.integers(0, 5), gap=st.integers(0, 40), goal=st.integers(LOWEST_GOAL, HIGHEST_GOAL))
def test_one_review_more_is_one_step_of_the_fold(due, walk, grade, gap, goal):
    card = fold(walk, due, goal)
    day = (card.last_day or MONDAY) + gap * DAY
    kind = kind_on(card, day)
    assert answer(card, grade, day, kind, due, goal) == fold([*walk, *history((grade, day), turn=len(walk) + 1, kind=kind)], due, goal)


@every_scheduler
@given(walk=walks(), goal=st.integers(LOWEST_GOAL, HIGHEST_GOAL))
def test_answers_taken_back_one_by_one_lead_through_every_card_there_was(due, walk, goal):
    states = [CardState()]
    for one in live(walk):
        reviewed = not one.practised
        day = one.study_day
        states.append(answer(states[-1], one.counted, day, one.kind, due, goal) if reviewed else practise(states[-1], one.counted, day))
    log = list(walk)
    while states:
        assert fold(log, due, goal) == states.pop()
        if states:
            last = live(log)[-1]
            log[log.index(last)] = replace(last, undone=True)


@every_scheduler
@given(walk=walks())
def test_the_same_log_gives_the_same_day(due, walk):
    assert fold(walk, due) == fold(iter(walk), due) == fold(list(reversed(walk)), due)
