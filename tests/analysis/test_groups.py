"""The best and the worst, fairly."""

from hypothesis import given
from hypothesis import strategies as st

from quizapp.analysis.groups import grouped

totals = st.lists(st.integers(0, 8), max_size=60)


def test_of_a_hundred_the_best_and_the_worst_27_stand_out():
    groups = grouped(range(100))
    assert groups.top == frozenset(range(73, 100))
    assert groups.bottom == frozenset(range(27))
    assert groups.middle == frozenset(range(27, 73))


@given(totals)
def test_everybody_is_in_one_group_and_equals_are_together(marks):
    groups = grouped(marks)
    assert sorted([*groups.top, *groups.middle, *groups.bottom]) == list(range(len(marks)))
    for group in groups:
        inside = {marks[place] for place in group}
        assert all(marks[place] not in inside for place in range(len(marks)) if place not in group)


@given(totals)
def test_nobody_in_a_lower_group_did_better(marks):
    top, middle, bottom = ([marks[place] for place in group] for group in grouped(marks))
    assert not top or not middle or min(top) > max(middle)
    assert not middle or not bottom or min(middle) > max(bottom)
    assert not top or not bottom or min(top) > max(bottom)


def test_where_all_did_equally_well_all_are_at_the_top():
    assert grouped([5] * 10) == (frozenset(range(10)), frozenset(), frozenset())
