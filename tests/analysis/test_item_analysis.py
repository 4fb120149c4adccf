"""Item analysis agrees with numpy and scipy, and says nothing where the formulas say nothing."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from quizapp.analysis.item_analysis import Marks, analyse, cronbach_alpha

NEAR = 1e-6
MAXIMA = [1, 3, 2, 1, 4]


@st.composite
def tables(draw: st.DrawFn) -> list[list[int]]:
    return draw(st.lists(st.tuples(*(st.integers(0, most) for most in MAXIMA)).map(list), min_size=4, max_size=40))


def near(one: float | None, other: float) -> bool:
    """The same to the sixth place; what numpy cannot work out is None here."""
    return one is None if not np.isfinite(other) else one == pytest.approx(other, abs=NEAR)


@given(tables())
def test_a_test_as_a_whole_agrees_with_numpy_and_scipy(marks):
    table = np.array(marks, dtype=float)
    totals = table.sum(axis=1)
    figures = analyse(marks, MAXIMA).test
    assert near(figures.mean, totals.mean())
    assert near(figures.median, np.median(totals))
    assert near(figures.standard_deviation, totals.std(ddof=1))
    if totals.std() == 0:
        assert (figures.skewness, figures.kurtosis, figures.alpha, figures.error_ratio, figures.standard_error) == (None,) * 5
        return
    alpha = len(MAXIMA) / (len(MAXIMA) - 1) * (1 - table.var(axis=0, ddof=1).sum() / totals.var(ddof=1))
    assert near(figures.skewness, stats.skew(totals, bias=False))
    assert near(figures.kurtosis, stats.kurtosis(totals, bias=False))
    assert near(figures.alpha, alpha)
    assert near(figures.error_ratio, np.sqrt(1 - alpha))
    assert near(figures.standard_error, np.sqrt(1 - alpha) * totals.std(ddof=1))


@given(tables())
def test_each_question_agrees_with_numpy(marks):
    table = np.array(marks, dtype=float)
    figures = analyse(marks, MAXIMA).items
    totals = table.sum(axis=1)
    roots = [np.sqrt(c) if (c := np.cov(table[:, place], totals)[0, 1]) > -1e-12 and c > 0 else 0.0 for place in range(len(MAXIMA))]
    for place, (most, item) in enumerate(zip(MAXIMA, figures, strict=True)):
        mine, rest = table[:, place], totals - table[:, place]
        others = np.delete(table, place, axis=1)
        assert near(item.facility, mine.mean() / most)
        assert near(item.standard_deviation, mine.std(ddof=1) / most)
        assert near(item.intended_weight, most / sum(MAXIMA))
        if mine.std() == 0 or rest.std() == 0:
            assert item.discrimination_index is None
            assert item.discriminative_efficiency is None
        else:
            assert near(item.discrimination_index, np.corrcoef(mine, rest)[0, 1])
            assert near(item.discriminative_efficiency, np.cov(mine, rest)[0, 1] / np.cov(np.sort(mine), np.sort(rest))[0, 1])
        if item.effective_weight is not None:
            assert near(item.effective_weight, roots[place] / sum(roots))
        else:
            assert not sum(roots) or np.cov(mine, totals)[0, 1] < 1e-12
        if rest.std() > 0:
            assert near(item.alpha_if_deleted, 4 / 3 * (1 - others.var(axis=0, ddof=1).sum() / rest.var(ddof=1)))
        else:
            assert item.alpha_if_deleted is None


def test_effective_weights_of_a_worked_table():
    marks = [[1, 1, 0], [1, 1, 0], [1, 0, 1], [0, 0, 1], [0, 0, 1]]
    table = np.array(marks, dtype=float)
    together = [np.cov(table[:, place], table.sum(axis=1))[0, 1] for place in range(3)]
    assert together[2] < 0
    weights = [item.effective_weight for item in analyse(marks, [1, 1, 1]).items]
    assert weights[2] is None
    assert weights[0] == pytest.approx(np.sqrt(together[0]) / (np.sqrt(together[0]) + np.sqrt(together[1])))
    assert sum(weight for weight in weights if weight is not None) == pytest.approx(1)


@given(tables())
def test_shares_stay_within_their_bounds(marks):
    for item in analyse(marks, MAXIMA).items:
        assert item.facility is not None
        assert 0 <= item.facility <= 1
        for figure in (item.discrimination_index, item.discriminative_efficiency, item.upper_minus_lower):
            assert figure is None or figure <= 1 + NEAR
        assert item.discrimination_index is None or item.discrimination_index >= -1 - NEAR


@given(tables(), st.randoms(use_true_random=False))
def test_the_order_of_learners_does_not_matter(marks, random):
    shuffled = random.sample(marks, len(marks))
    for one, other in zip(analyse(marks, MAXIMA).items, analyse(shuffled, MAXIMA).items, strict=True):
        assert one.upper_minus_lower == pytest.approx(other.upper_minus_lower)
        assert one.discrimination_index == pytest.approx(other.discrimination_index)


def test_upper_minus_lower_compares_the_outer_quarters_and_a_little_more():
    marks = [[int(learner >= 50), learner] for learner in range(100)]
    figures = analyse(marks, [1, 100])
    assert figures.items[0].upper_minus_lower == 1
    assert figures.items[1].upper_minus_lower == pytest.approx((np.mean(range(73, 100)) - np.mean(range(27))) / 100)


def test_who_was_not_asked_does_not_count_as_having_failed():
    asked = analyse([[1, 1], [0, 0], [1, None], [None, 1]], [1, 1]).items[0]
    assert asked.answers == 3
    assert asked.facility == pytest.approx(2 / 3)
    assert asked.discrimination_index == pytest.approx(1)


def test_where_not_everybody_was_asked_everything_the_rest_is_a_share_of_what_was_asked():
    marks: Marks = [[1, 2, None], [0, 1, None], [1, None, 3], [0, None, 0]]
    assert analyse(marks, [1, 2, 4]).items[0].discrimination_index == pytest.approx(np.corrcoef([1, 0, 1, 0], [1, 0.5, 0.75, 0])[0, 1])


@pytest.mark.parametrize("marks", [[], [[1, 0]], [[1, 0], [1, 0]], [[1, 1], [1, 1], [1, 1]]])
def test_too_few_answers_and_equal_ones_leave_the_ratios_undefined(marks):
    figures = analyse(marks, [1, 1])
    assert figures.test.alpha is None
    assert figures.test.skewness is None
    assert figures.test.kurtosis is None
    assert all(item.discrimination_index is None and item.discriminative_efficiency is None for item in figures.items)
    assert all(item.effective_weight is None for item in figures.items)


def test_floats_that_are_all_the_same_do_not_vary():
    figures = analyse([[0.1, 1 / 3]] * 3 + [[0.1, 0.5]], [1, 1])
    assert figures.items[0].standard_deviation == 0
    assert figures.items[0].discrimination_index is None


def test_one_question_has_no_internal_consistency():
    assert cronbach_alpha([0.25], [1, 0, 1]) is None
    assert analyse([[1], [0], [1]], [1]).test.alpha is None


@pytest.mark.parametrize(("marks", "maxima"), [([[1, 0], [1]], [1, 1]), ([[1]], [0]), ([[1]], [-1])])
def test_a_table_that_is_none_is_refused(marks, maxima):
    with pytest.raises(ValueError, match=r"question"):
        analyse(marks, maxima)


def test_the_more_a_question_tells_strong_from_weak_the_higher_its_index():
    strong = [[int(learner > cut) for cut in range(9)] for learner in range(10)]
    reversed_one = [[*row, 1 - row[4]] for row in strong]
    figures = analyse(reversed_one, [1] * 10).items
    assert figures[9].discrimination_index is not None
    assert figures[9].discrimination_index < 0
    assert all(one.discrimination_index is not None and one.discrimination_index > 0 for one in figures[:9])
    assert all(before.facility > after.facility for before, after in pairwise(figures[:9]) if before.facility and after.facility)
