"""Options agree with an independent calculation of Canvas's point-biserial, and with counts made by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.analysis.options import option_figures

answers = st.lists(st.tuples(st.sampled_from(["lung", "liver", "bone", None]), st.integers(0, 12)), min_size=1, max_size=40)


@given(answers)
def test_point_biserial_is_the_correlation_of_choosing_with_the_total(given_answers):
    chosen = [None if option is None else {option} for option, _ in given_answers]
    totals = [total for _, total in given_answers]
    answered = [(option, total) for option, total in given_answers if option is not None]
    for figures in option_figures(["lung", "liver", "bone"], chosen, totals):
        picks = np.array([option == figures.option for option, _ in answered], dtype=float)
        scores = np.array([total for _, total in answered], dtype=float)
        assert figures.count == picks.sum()
        if len(answered) == 0 or picks.std() == 0 or scores.std() == 0:
            assert figures.point_biserial is None
        else:
            assert figures.point_biserial == pytest.approx(np.corrcoef(picks, scores)[0, 1], abs=1e-6)


def test_shares_are_of_those_in_the_group_who_answered():
    totals = list(range(100))
    chosen = [{"liver"} if total >= 73 else {"lung"} if total % 2 else None for total in totals]
    liver, lung = option_figures(["liver", "lung"], chosen, totals)
    assert (liver.count, liver.in_top, liver.in_middle, liver.in_bottom) == (27, 1, 0, 0)
    assert (lung.in_top, lung.in_middle, lung.in_bottom) == (0, 1, 1)
    assert liver.share == pytest.approx(27 / 63)
    assert liver.point_biserial is not None
    assert liver.point_biserial > 0.7


def test_several_options_may_be_chosen_at_once():
    figures = option_figures(["a", "b"], [{"a", "b"}, {"a"}, set()], [3, 2, 1])
    assert [one.count for one in figures] == [2, 1]
    assert [one.share for one in figures] == [pytest.approx(2 / 3), pytest.approx(1 / 3)]


def test_a_learner_without_a_total_is_refused():
    with pytest.raises(ValueError, match="one total"):
        option_figures(["a"], [{"a"}], [])
