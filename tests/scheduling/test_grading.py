"""From marks and certainty to a grade: each cell of the table, and the rules around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.scheduling.grading import (
    Certainty,
    counted_time,
    grade_answer,
    guessing_grade,
    is_confident_error,
    lost_by_haste,
    lowered,
    milliseconds_to_read,
    too_quick,
)

CERTAIN, FAIRLY, GUESSING = Certainty.CERTAIN, Certainty.FAIRLY, Certainty.GUESSING
WORDS = 20  # read in 5 seconds
UNHURRIED = 8_000
HURRIED = 4_999


def graded(marks=4, maximum=4, certainty=None, *, dont_know=False, recalled_before=True, milliseconds: int | None = UNHURRIED) -> int:
    return grade_answer(
        marks, maximum, certainty, dont_know=dont_know, recalled_before=recalled_before, milliseconds=milliseconds, words=WORDS
    )


@pytest.mark.parametrize(
    ("marks", "certain", "fairly", "not_said", "guessing"),
    [
        (4, 5, 4, 4, 3),
        (3, 3, 3, 3, 2),
        (2, 2, 2, 2, 2),
        (1, 0, 1, 1, 1),
        (0, 0, 1, 1, 1),
    ],
)
def test_each_cell_of_the_table(marks, certain, fairly, not_said, guessing):
    assert graded(marks, certainty=CERTAIN) == certain
    assert graded(marks, certainty=FAIRLY) == fairly
    assert graded(marks, certainty=None) == not_said
    assert graded(marks, certainty=GUESSING) == guessing


@pytest.mark.parametrize("marks", range(5))
@pytest.mark.parametrize("certainty", [CERTAIN, FAIRLY, GUESSING, None])
def test_i_dont_know_is_a_zero_and_no_confident_error(marks, certainty):
    assert graded(marks, certainty=certainty, dont_know=True) == 0
    assert not is_confident_error(marks, 4, certainty, dont_know=True)


def test_the_bounds_between_rows_are_exact_for_any_maximum():
    assert [graded(marks, 3) for marks in range(4)] == [1, 1, 2, 4]
    assert [graded(marks, 7) for marks in range(8)] == [1, 1, 1, 1, 2, 2, 3, 4]
    assert [graded(marks, 100) for marks in (49, 50, 74, 75, 99, 100)] == [1, 2, 2, 3, 3, 4]


def test_certain_and_right_is_a_five_only_when_it_was_recalled_before():
    assert graded(certainty=CERTAIN, recalled_before=True) == 5
    assert graded(certainty=CERTAIN, recalled_before=False) == 4


def test_certain_and_right_is_a_four_when_it_came_quicker_than_it_can_be_read():
    assert graded(certainty=CERTAIN, milliseconds=HURRIED) == 4
    assert graded(certainty=CERTAIN, milliseconds=5_000) == 5


@pytest.mark.parametrize(("marks", "confident"), [(0, True), (1, True), (2, False), (4, False)])
def test_certain_and_mostly_wrong_is_a_confident_error(marks, confident):
    assert is_confident_error(marks, 4, CERTAIN, dont_know=False) is confident
    assert not any(is_confident_error(marks, 4, certainty, dont_know=False) for certainty in (FAIRLY, GUESSING, None))


def test_a_quick_answer_without_certainty_counts_as_guessing():
    assert graded(milliseconds=HURRIED) == 3
    assert graded(3, milliseconds=HURRIED) == 2
    assert graded(milliseconds=5_000) == 4


def test_a_quick_answer_with_certainty_counts_as_it_was_said():
    assert graded(milliseconds=HURRIED, certainty=FAIRLY) == 4


@given(st.integers(0, 4), st.sampled_from([*Certainty, None]), st.booleans(), st.none() | st.integers(0, 10_000))
def test_haste_costs_a_grade_exactly_where_the_same_answer_had_a_better_one_with_more_time(marks, certainty, dont_know, milliseconds):
    lost = lost_by_haste(
        marks, 4, certainty, dont_know=dont_know, milliseconds=milliseconds, reading_milliseconds=milliseconds_to_read(WORDS)
    )
    in_time, as_it_was = (
        graded(marks, certainty=certainty, dont_know=dont_know, recalled_before=False, milliseconds=time)
        for time in (UNHURRIED, milliseconds)
    )
    assert lost == (as_it_was < in_time)


@pytest.mark.parametrize("milliseconds", [None, -1])
def test_nothing_is_quick_where_no_time_is_known(milliseconds):
    assert graded(milliseconds=milliseconds) == 4
    assert graded(certainty=CERTAIN, milliseconds=milliseconds) == 5


def test_reading_takes_a_second_and_a_fifth_for_each_word():
    assert [milliseconds_to_read(words) for words in (0, 1, 5, 100)] == [1000, 1200, 2000, 21_000]


def test_time_is_stored_up_to_two_minutes_and_a_capped_time_is_never_quick():
    assert [counted_time(time) for time in (None, -5, 0, 119_999, 120_000, 10**9)] == [None, None, 0, 119_999, 120_000, 120_000]
    assert not too_quick(10**9, milliseconds_to_read(2_000))
    assert too_quick(60_000, milliseconds_to_read(2_000))


@pytest.mark.parametrize(("marks", "maximum"), [(-1, 4), (5, 4), (0, 0)])
def test_impossible_marks_are_refused(marks, maximum):
    with pytest.raises(ValueError, match="not possible"):
        graded(marks, maximum)


@pytest.mark.parametrize(("marks", "guess"), [(4, 3), (3, 2), (2, 2), (1, 1), (0, 1)])
def test_i_was_guessing_gives_the_grade_of_the_guessing_column(marks, guess):
    assert guessing_grade(marks, 4, dont_know=False) == guess == graded(marks, certainty=GUESSING)
    assert guessing_grade(marks, 4, dont_know=True) == 0


def test_i_was_guessing_lowers_a_certain_answer_and_leaves_a_confident_error():
    assert lowered(5, 4, 4, dont_know=False) == 3
    assert lowered(3, 3, 4, dont_know=False) == 2
    assert lowered(2, 2, 4, dont_know=False) is None
    assert lowered(0, 0, 4, dont_know=False) is None


@given(
    st.integers(1, 30).flatmap(lambda maximum: st.tuples(st.integers(0, maximum), st.just(maximum))),
    st.sampled_from([*Certainty, None]),
    st.booleans(),
    st.booleans(),
    st.none() | st.integers(0, 200_000),
)
def test_i_was_guessing_never_raises_a_grade(score, certainty, dont_know, recalled_before, milliseconds):
    marks, maximum = score
    grade = graded(marks, maximum, certainty, dont_know=dont_know, recalled_before=recalled_before, milliseconds=milliseconds)
    lower = lowered(grade, marks, maximum, dont_know)
    assert lower is None or 0 <= lower < grade <= 5


@given(st.integers(1, 30), st.sampled_from([*Certainty, None]), st.booleans(), st.none() | st.integers(0, 200_000))
def test_more_marks_never_grade_lower(maximum, certainty, recalled_before, milliseconds):
    grades = [graded(marks, maximum, certainty, recalled_before=recalled_before, milliseconds=milliseconds) for marks in range(maximum + 1)]
    assert grades == sorted(grades)
