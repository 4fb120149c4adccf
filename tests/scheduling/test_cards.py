"""A card as the fold over its live reviews."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.scheduling import recall
from quizapp.scheduling.cards import Answered, CardState, answer, days_near, due_after, fold, in_drill, kind_on, live
from quizapp.scheduling.schedulers import due_by, schedulers
from quizapp.scheduling.sm2 import LONGEST_INTERVAL, Memory, review
from tests.scheduling.histories import DAY, MONDAY, history, walks


def test_a_card_that_was_never_asked_is_new():
    assert fold([]) == CardState()
    assert CardState().due is None
    assert CardState().memory == Memory()


def test_a_known_answer_comes_back_after_the_interval():
    card = fold(history((4, MONDAY), (4, MONDAY + DAY)))
    assert card == CardState(Memory(2, 6, 250), MONDAY + 7 * DAY, MONDAY + DAY, None, 0, True, 2, card.fsrs)
    assert card.passes_in_a_row == 2


@pytest.mark.parametrize("grade", [0, 1, 2, 3])
def test_an_answer_under_four_is_drilled_until_four_in_the_morning(grade):
    card = fold(history((grade, MONDAY)))
    assert in_drill(card, MONDAY)
    assert not in_drill(card, MONDAY + DAY)
    assert kind_on(card, MONDAY) == "drill"
    assert kind_on(card, MONDAY + DAY) == "scheduled"


@pytest.mark.parametrize("grade", [4, 5])
def test_an_answer_of_four_or_more_is_not_drilled(grade):
    assert not in_drill(fold(history((grade, MONDAY))), MONDAY)
    assert not in_drill(fold(history((1, MONDAY), (3, MONDAY), (grade, MONDAY))), MONDAY)


def test_a_drill_that_is_answered_under_four_goes_on():
    assert in_drill(fold(history((1, MONDAY), (4, MONDAY), (2, MONDAY))), MONDAY)


@given(walks(), st.integers(0, 5))
def test_a_drill_changes_nothing_but_the_count_and_what_fsrs_remembers_and_whether_it_goes_on(walk, grade):
    card = fold(walk)
    day = card.last_day or MONDAY
    drilled = answer(card, grade, day, "drill")
    if card.steps:  # it drills something
        fsrs = recall.remember(card.fsrs, grade, day)
        assert drilled == replace(card, last_day=day, drilling=day if grade < 4 else None, steps=card.steps + 1, fsrs=fsrs)


def test_only_the_first_answer_of_a_day_is_scheduled():
    assert [one.kind for one in history((4, MONDAY), (5, MONDAY), (4, MONDAY + DAY))] == ["scheduled", "drill", "scheduled"]


def test_a_lapse_is_a_scheduled_fail_after_a_pass():
    days = [MONDAY + gap * DAY for gap in range(6)]
    assert fold(history((1, days[0]), (2, days[1]))).lapses == 0
    assert fold(history((1, days[0]), (4, days[1]), (2, days[2]))).lapses == 1
    assert fold(history((4, days[0]), (2, days[1]), (2, days[1]), (0, days[1]))).lapses == 1
    assert fold(history((4, days[0]), (2, days[1]), (1, days[2]))).lapses == 2


def test_a_pass_in_a_drill_is_no_recall():
    assert not fold(history((2, MONDAY), (5, MONDAY))).recalled_before
    assert fold(history((3, MONDAY), (0, MONDAY + DAY))).recalled_before


def test_the_fold_counts_the_lower_grade():
    lowered = replace(history((5, MONDAY))[0], lowered_to=2)
    assert fold([lowered]) == fold(history((2, MONDAY)))
    assert Answered(1, 2, MONDAY, lowered_to=3).counted == 2


def test_a_review_that_was_taken_back_counts_for_nothing():
    first, second = history((4, MONDAY), (1, MONDAY + DAY))
    assert fold([first, replace(second, undone=True)]) == fold([first])
    assert live([second, replace(first, undone=True)]) == [second]


def test_reviews_are_folded_in_the_order_of_their_turns():
    reviews = history((4, MONDAY), (2, MONDAY + DAY), (5, MONDAY + DAY), (3, MONDAY + 2 * DAY))
    assert fold(reversed(reviews)) == fold(reviews)


def test_a_grade_that_is_none_is_refused_in_a_drill_too():
    with pytest.raises(ValueError, match="whole number"):
        answer(CardState(), 6, MONDAY, "drill")


@given(walks(), st.integers(0, 5), st.integers(0, 40))
def test_one_answer_more_is_one_step_of_the_fold(walk, grade, gap):
    card = fold(walk)
    day = (card.last_day or MONDAY) + gap * DAY
    one = Answered(len(walk) + 1, grade, day, kind_on(card, day))
    assert answer(card, grade, day, one.kind) == fold([*walk, one])


@given(walks())
def test_undo_again_and_again_goes_back_through_every_card_there_was(walk):
    reviews = [one for one in live(walk) if not one.practised]
    states = [CardState()]
    for one in reviews:
        states.append(answer(states[-1], one.counted, one.study_day, one.kind))
    walk = [one for one in walk if not one.practised]
    log = list(walk)
    while states:
        assert fold(log) == states.pop()
        if states:
            last = live(log)[-1]
            log[log.index(last)] = replace(last, undone=True)


@given(walks(), st.integers(3, 5), st.integers(0, 40), st.sampled_from(sorted(schedulers())))
def test_after_a_pass_nothing_may_come_back_sooner_than_after_the_wait_that_it_ended(walk, grade, late, name):
    due = due_by(name)
    before = fold(walk, due)
    day = max(before.due or MONDAY, before.last_day or MONDAY) + late * DAY
    after = answer(before, grade, day, "scheduled", due)
    ended, named = due(before), due(after)
    assert named is not None
    waited = (ended - before.last_day).days if ended and before.last_day else 0
    assert (days_near(before, after, due)[0] - day).days >= min(waited, (named - day).days)


@given(st.lists(st.sampled_from([0, 3, 4, 5, 5, 5]), max_size=60))
def test_capping_the_stored_interval_comes_to_the_same(grades):
    free, card, day = Memory(), CardState(), MONDAY
    for grade in grades:
        free, card = review(free, grade), answer(card, grade, day, "scheduled")
        assert card.memory == free._replace(interval=min(free.interval, LONGEST_INTERVAL))
        assert card.due == due_after(day, free.interval)


def test_a_due_day_is_a_hundred_years_away_at_most_and_never_past_the_calendar():
    assert due_after(MONDAY, 10**60) == MONDAY + LONGEST_INTERVAL * DAY
    assert due_after(date(9990, 1, 1), 36_500) == date.max
    assert fold(history(*[(5, MONDAY + gap * DAY) for gap in range(100)])).memory.interval == LONGEST_INTERVAL


@given(walks())
def test_a_card_is_due_after_its_last_day_and_knows_how_long_it_waits(walk):
    card = fold(walk)
    assert card.steps == len([one for one in live(walk) if not one.practised])
    assert (card.due is None) == (card.steps == 0)
    if card.due and card.last_day:
        assert card.due == card.last_day + card.memory.interval * DAY
