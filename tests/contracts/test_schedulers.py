"""What every scheduler promises; a new one is tested by arriving."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given

from quizapp.scheduling.cards import fold, live
from quizapp.scheduling.schedulers import SHOWN, scheduler, schedulers
from tests.scheduling.histories import MONDAY, history, walks

every_scheduler = pytest.mark.parametrize("due", schedulers().values(), ids=schedulers())


def test_sm2_is_the_schedule_that_learners_see():
    assert SHOWN == "sm2"
    assert list(schedulers()) == sorted(schedulers())


@given(walk=walks())
def test_what_learners_see_is_what_answers_come_to_step_by_step(walk):
    assert schedulers()[SHOWN](walk) == fold(walk).due


def test_a_name_is_given_once():
    with pytest.raises(ValueError, match="two schedulers"):
        scheduler("sm2")(schedulers()["sm2"])


@every_scheduler
def test_a_card_without_live_reviews_is_due_on_no_day(due):
    assert due([]) is None
    assert due([replace(one, undone=True) for one in history((4, MONDAY))]) is None


@every_scheduler
@given(walk=walks())
def test_a_card_is_due_after_the_day_of_its_last_review_and_within_a_hundred_years(due, walk):
    last = fold(walk).last_day
    if last:
        day = due(walk)
        assert day
        assert timedelta(days=1) <= day - last <= timedelta(days=36_500)


@every_scheduler
@given(walk=walks())
def test_reviews_taken_back_and_drills_move_no_day(due, walk):
    assert due(walk) == due(live(walk)) == due([one for one in live(walk) if one.kind == "scheduled"])


@every_scheduler
@given(walk=walks())
def test_the_same_log_gives_the_same_day(due, walk):
    assert due(walk) == due(iter(walk)) == due(list(reversed(walk)))
