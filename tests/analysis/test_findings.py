"""What is said of a question follows from its figures, the most pressing first."""

from dataclasses import replace

import pytest

from quizapp.analysis.findings import Choice, Look, favoured, finding
from quizapp.analysis.item_analysis import ItemFigures

FINE = ItemFigures(
    answers=30,
    facility=0.6,
    standard_deviation=0.4,
    random_guess=0.25,
    intended_weight=0.1,
    effective_weight=0.1,
    discrimination_index=0.4,
    discriminative_efficiency=0.5,
    upper_minus_lower=0.4,
    alpha_if_deleted=0.7,
)
SHOWN = ("bone", "liver", "lung")


def chose(*picked: str, right: tuple[str, ...] = ("lung",), shown: tuple[str, ...] = SHOWN) -> Choice:
    return Choice(picked, right, shown)


@pytest.mark.parametrize(
    ("change", "look"),
    [
        ({}, Look.FINE),
        ({"answers": 9}, Look.FEW),
        ({"answers": 10}, Look.FINE),
        ({"discrimination_index": -0.01}, Look.AGAINST),
        ({"facility": 0.2}, Look.CHANCE),
        ({"facility": 0.27}, Look.HARD),
        ({"facility": 0.95}, Look.EASY),
        ({"discrimination_index": 0.1}, Look.WEAK),
        ({"discrimination_index": None}, Look.WEAK),
        ({"discrimination_index": None, "facility": 1.0}, Look.EASY),
    ],
)
def test_figures_say_what_to_look_at(change, look):
    assert finding(replace(FINE, **change), []).look is look


def test_the_strong_chose_another_option():
    strong = [chose("liver")] * 4 + [chose("lung")] * 3
    assert finding(FINE, strong).option == "liver"
    assert finding(replace(FINE, answers=9), strong).look is Look.FEW


def test_an_option_is_not_named_that_fewer_chose_than_the_key_or_that_only_two_did():
    assert favoured([chose("liver")] * 4 + [chose("lung")] * 4) == ""
    assert favoured([chose("liver")] * 2) == ""


def test_where_several_are_right_a_wrong_one_has_to_be_chosen_by_most():
    both = ("bone", "lung")
    some = [chose("liver", "lung", right=both)] * 3
    assert favoured([*some, *[chose("lung", right=both)] * 3]) == ""
    assert favoured([*some, chose("lung", right=both)]) == "liver"


def test_only_those_count_to_whom_an_option_was_offered():
    without = [chose("lung", shown=("bone", "lung"))] * 5
    assert favoured([*[chose("liver")] * 3, chose("lung"), *without]) == "liver"


def test_rows_are_looked_at_one_by_one():
    right, shown = ("near=local", "far=distant"), ("near", "far")
    strong = [chose("near=distant", "far=distant", right=right, shown=shown)] * 3 + [chose(*right, right=right, shown=shown)] * 2
    assert favoured(strong) == "near=distant"
