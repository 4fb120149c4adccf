from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.scheduling.balancing import lightest, window
from quizapp.scheduling.cards import due_after
from quizapp.scheduling.days_off import DaysOff
from quizapp.scheduling.sm2 import LONGEST_INTERVAL
from tests.scheduling.histories import DAY, MONDAY

WAITS = st.integers(1, LONGEST_INTERVAL)
DAYS = st.dates(date(2020, 1, 1), date(2200, 1, 1))


@pytest.mark.parametrize(
    ("wait", "before", "days"),
    [
        (1, 0, [1]),
        (3, 1, [3]),
        (4, 0, [3, 4, 5]),
        (6, 1, [5, 6, 7]),
        (8, 6, [7, 8, 9]),
        (8, 8, [8, 9]),
        (39, 15, [38, 39, 40]),
        (40, 16, [38, 39, 40, 41, 42]),
        (40, 39, [39, 40, 41, 42]),
    ],
)
def test_a_wait_moves_by_its_twentieth_part_or_a_day_from_four_days_on(wait, before, days):
    assert window(MONDAY, due_after(MONDAY, wait), before) == [MONDAY + day * DAY for day in days]


@given(asked=DAYS, wait=WAITS, before=st.integers(0, LONGEST_INTERVAL))
def test_a_window_holds_its_due_day_and_nothing_beyond_its_bounds(asked, wait, before):
    due = due_after(asked, wait)
    waits = [(day - asked).days for day in window(asked, due, before)]
    assert wait in waits
    assert waits == list(range(waits[0], waits[-1] + 1))
    assert all(abs(one - wait) <= max(1, wait / 20) for one in waits)
    assert waits[0] >= min(before, wait)
    assert wait >= 4 or waits == [wait]


def test_a_window_ends_with_the_calendar():
    assert window(date.max - 10 * DAY, date.max, 1)[-1] == date.max


@given(wait=WAITS, counts=st.lists(st.integers(0, 50), max_size=40), seed=st.text(max_size=5))
def test_the_lightest_day_is_taken_and_the_same_one_again(wait, counts, seed):
    days = window(MONDAY, due_after(MONDAY, wait))
    load = dict(zip(days, counts, strict=False))
    taken = lightest(days, load, seed)
    assert load.get(taken, 0) == min(load.get(day, 0) for day in days)
    assert lightest(days, load, seed) == taken


def test_seeds_spread_what_would_else_come_back_on_one_day():
    days = window(MONDAY, MONDAY + 40 * DAY)
    assert {lightest(days, {}, f"{seed}") for seed in range(100)} == set(days)


@given(wait=WAITS, weekdays=st.frozensets(st.integers(0, 6), max_size=6))
def test_no_day_off_is_taken_while_another_day_will_do(wait, weekdays):
    off = DaysOff(weekdays)
    days = window(MONDAY, due_after(MONDAY, wait))
    assert (lightest(days, {}, "seed", off) in off) == all(day in off for day in days)


def test_a_day_off_is_no_lighter_for_being_empty():
    days = window(MONDAY, MONDAY + 6 * DAY)  # Saturday to Monday
    busy = {days[0]: 9, days[2]: 8}
    assert lightest(days, busy, "seed", DaysOff(frozenset({6}))) == days[2]
