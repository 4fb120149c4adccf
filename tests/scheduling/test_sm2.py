"""SM-2 in whole numbers: the worked rows, the edges, and what holds for every history."""

import math
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.scheduling.sm2 import FLOOR, Memory, review

grades = st.integers(0, 5)
memories = st.builds(Memory, st.integers(0, 60), st.integers(0, 100_000), st.integers(FLOOR, 600))


def memories_after(history: list[int]) -> list[Memory]:
    return list(accumulate(history, review, initial=Memory()))


def test_a_first_answer_graded_four_comes_back_after_a_day():
    assert review(Memory(), 4) == Memory(repetitions=1, interval=1, easiness=250)
    assert type(review(Memory(), 4)) is Memory


@pytest.mark.parametrize(
    ("history", "intervals"),
    [
        ([5, 4, 3, 4, 2, 4, 4, 4], [1, 6, 16, 40, 1, 1, 6, 15]),
        ([4, 4, 4, 4, 4], [1, 6, 15, 38, 95]),
        ([0, 1, 2], [1, 1, 1]),
        ([5, 5, 5, 5], [1, 6, 17, 48]),
    ],
)
def test_the_worked_rows_hold(history, intervals):
    assert [memory.interval for memory in memories_after(history)[1:]] == intervals


def test_nine_threes_in_a_row_reach_the_floor_and_eight_do_not():
    easiness = [memory.easiness for memory in memories_after([3] * 12)]
    assert easiness == [250, 236, 222, 208, 194, 180, 166, 152, 138, 130, 130, 130, 130]


@pytest.mark.parametrize(("grade", "change"), [(0, 0), (1, 0), (2, 0), (3, -14), (4, 0), (5, 10)])
def test_each_grade_moves_the_easiness_by_its_own_amount(grade, change):
    assert review(Memory(3, 16, 260), grade).easiness == 260 + change


def test_a_hundred_fives_do_not_crash():
    last = memories_after([5] * 100)[-1]
    assert last.repetitions == 100
    assert last.easiness == 1250
    assert last.interval > 10**60


@pytest.mark.parametrize("grade", [-1, 6, 3.0, 4.5, "4", None, True, False, Decimal(4), math.nan, [4]])
def test_a_grade_that_is_not_a_whole_number_from_0_to_5_is_refused(grade):
    with pytest.raises(ValueError, match="whole number from 0 to 5"):
        review(Memory(), grade)


@given(st.lists(grades, max_size=60))
def test_easiness_never_goes_under_the_floor(history):
    assert all(memory.easiness >= FLOOR for memory in memories_after(history))


@given(memories, st.integers(0, 2))
def test_a_fail_starts_again_and_leaves_the_easiness(memory, grade):
    assert review(memory, grade) == Memory(0, 1, memory.easiness)


@given(memories.filter(lambda memory: memory.repetitions >= 2), st.integers(3, 5))
def test_a_third_pass_multiplies_by_the_easiness_before_it_and_rounds_up(memory, grade):
    assert review(memory, grade).interval == math.ceil(Fraction(memory.interval * memory.easiness, 100))


@given(memories.filter(lambda memory: memory.repetitions >= 2 and memory.interval >= 1), st.integers(3, 5))
def test_a_third_pass_always_lengthens_the_interval(memory, grade):
    assert review(memory, grade).interval > memory.interval
