"""From marks and certainty to a grade: each cell of the table, and the rules around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.scheduling.grading import (
    Certainty,
    Graded,
    counted_time,
    grade_answer,
    guessing_grade,
    lowered,
    milliseconds_to_read,
    too_quick,
)

CERTAIN, FAIRLY, GUESSING = Certainty.CERTAIN, Certainty.FAIRLY, Certainty.GUESSING
WORDS = 20  # read in 5 seconds
UNHURRIED = 8_000
HURRIED = 4_999


def graded(marks=4, maximum=4, certainty=None, *, dont_know=False, recalled_before=True, milliseconds: int | None = UNHURRIED) -> Graded:
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
    assert graded(marks, certainty=CERTAIN).grade == certain
    assert graded(marks, certainty=FAIRLY).grade == fairly
    assert graded(marks, certainty=None).grade == not_said
    assert graded(marks, certainty=GUESSING).grade == guessing


@pytest.mark.parametrize("marks", range(5))
@pytest.mark.parametrize("certainty", [CERTAIN, FAIRLY, GUESSING, None])
def test_i_dont_know_is_a_zero_and_no_confident_error(marks, certainty):
    assert graded(marks, certainty=certainty, dont_know=True) == Graded(0, confident_error=False, certainty_counted=certainty)


def test_the_bounds_between_rows_are_exact_for_any_maximum():
    assert [graded(marks, 3).grade for marks in range(4)] == [1, 1, 2, 4]
    assert [graded(marks, 7).grade for marks in range(8)] == [1, 1, 1, 1, 2, 2, 3, 4]
    assert [graded(marks, 100).grade for marks in (49, 50, 74, 75, 99, 100)] == [1, 2, 2, 3, 3, 4]


def test_certain_and_right_is_a_five_only_when_it_was_recalled_before():
    assert graded(certainty=CERTAIN, recalled_before=True).grade == 5
    assert graded(certainty=CERTAIN, recalled_before=False).grade == 4


def test_certain_and_right_is_a_four_when_it_came_quicker_than_it_can_be_read():
    assert graded(certainty=CERTAIN, milliseconds=HURRIED).grade == 4
    assert graded(certainty=CERTAIN, milliseconds=5_000).grade == 5


@pytest.mark.parametrize(("marks", "confident"), [(0, True), (1, True), (2, False), (4, False)])
def test_certain_and_mostly_wrong_is_a_confident_error(marks, confident):
    assert graded(marks, certainty=CERTAIN).confident_error is confident
    assert graded(marks, certainty=FAIRLY).confident_error is False
    assert graded(marks, certainty=GUESSING).confident_error is False


def test_a_quick_answer_without_certainty_counts_as_guessing():
    assert graded(milliseconds=HURRIED) == Graded(3, confident_error=False, certainty_counted=GUESSING)
    assert graded(3, milliseconds=HURRIED).grade == 2
    assert graded(milliseconds=5_000) == Graded(4, confident_error=False, certainty_counted=None)


def test_a_quick_answer_with_certainty_counts_as_it_was_said():
    assert graded(milliseconds=HURRIED, certainty=FAIRLY) == Graded(4, confident_error=False, certainty_counted=FAIRLY)


@pytest.mark.parametrize("milliseconds", [None, -1])
def test_nothing_is_quick_where_no_time_is_known(milliseconds):
    assert graded(milliseconds=milliseconds) == Graded(4, confident_error=False, certainty_counted=None)
    assert graded(certainty=CERTAIN, milliseconds=milliseconds).grade == 5


def test_reading_takes_a_second_and_a_fifth_for_each_word():
    assert [milliseconds_to_read(words) for words in (0, 1, 5, 100)] == [1000, 1200, 2000, 21_000]


def test_time_is_stored_up_to_two_minutes_and_a_capped_time_is_never_quick():
    assert [counted_time(time) for time in (None, -5, 0, 119_999, 120_000, 10**9)] == [None, None, 0, 119_999, 120_000, 120_000]
    assert not too_quick(10**9, words=2_000)
    assert too_quick(60_000, words=2_000)


@pytest.mark.parametrize(("marks", "maximum"), [(-1, 4), (5, 4), (0, 0)])
def test_impossible_marks_are_refused(marks, maximum):
    with pytest.raises(ValueError, match="not possible"):
        graded(marks, maximum)


@pytest.mark.parametrize(("marks", "guess"), [(4, 3), (3, 2), (2, 2), (1, 1), (0, 1)])
def test_i_was_guessing_gives_the_grade_of_the_guessing_column(marks, guess):
    assert guessing_grade(marks, 4, dont_know=False) == guess == graded(marks, certainty=GUESSING).grade
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
    grade = graded(marks, maximum, certainty, dont_know=dont_know, recalled_before=recalled_before, milliseconds=milliseconds).grade
    lower = lowered(grade, marks, maximum, dont_know)
    assert lower is None or 0 <= lower < grade <= 5


@given(st.integers(1, 30), st.sampled_from([*Certainty, None]), st.booleans(), st.none() | st.integers(0, 200_000))
def test_more_marks_never_grade_lower(maximum, certainty, recalled_before, milliseconds):
    grades = [
        graded(marks, maximum, certainty, recalled_before=recalled_before, milliseconds=milliseconds).grade for marks in range(maximum + 1)
    ]
    assert grades == sorted(grades)
