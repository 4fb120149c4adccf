"""Figures as people type them."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.figures import Figure, read_figure
from tests.questions.making import number

SHARE, ENDS, PEOPLE = number("7.5", "%"), number("5 to 10", "%"), number("500000", "people", units=["deaths"])


@pytest.mark.parametrize(
    "typed",
    [
        "7.5",
        "7,5",
        "7.50",
        "+7.5",
        "7.5%",
        "7.5 %",
        "7,5 percent",
        "7.5 per cent",
        "about 7.5",
        "~7.5 %",
        "approx. 7.5",
        "15/200",
        "3 in 40",
    ],
)
def test_a_figure_is_read_with_point_or_comma_with_its_unit_and_as_a_share(typed):
    assert read_figure(typed, SHARE) == Figure(Fraction("7.5"), Fraction("7.5"))


@pytest.mark.parametrize(
    "typed",
    ["500000", "500,000", "500 000", "500'000", "500’000", "0.5 million", "0,5 million", "500 thousand", "500,000 people", "500000 deaths"],
)
def test_thousands_are_grouped_or_said(typed):
    assert read_figure(typed, PEOPLE) == Figure(Fraction(500_000), Fraction(500_000))


@pytest.mark.parametrize(
    ("typed", "value"), [("1.500", "1.5"), ("1,500", "1500"), ("0,125", "0.125"), ("1.500.000", "1500000"), ("-2", "-2"), ("−2", "-2")]
)
def test_one_comma_before_three_figures_marks_thousands_and_one_point_does_not(typed, value):
    assert read_figure(typed, number("1")) == Figure(Fraction(value), Fraction(value))


@pytest.mark.parametrize(
    "typed", ["5 to 10", "5-10", "5–10 %", "5 % - 10 %", "5% to 10%", "between 5 and 10", "from 5 to 10 percent", "about 5 to 10", "5 – 10"]
)
def test_a_range_has_two_ends(typed):
    assert read_figure(typed, ENDS) == Figure(Fraction(5), Fraction(10))


def test_what_stands_behind_the_second_end_alone_belongs_to_both():
    assert read_figure("2 to 3 million", PEOPLE) == Figure(Fraction(2_000_000), Fraction(3_000_000))


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "seven",
        "7.5 mg",
        "7 5",
        "1e3",
        "7.5.5",
        "5 to",
        "to 5",
        "10 to 5",
        "1-2-3",
        "1/0",
        "5,00,000",
        "%",
        "7" * 41,
        "7..5",
        "between 5",
        "½²",
    ],
)
def test_anything_else_is_no_figure(typed):
    assert read_figure(typed, SHARE) is None


def test_a_share_is_a_figure_only_where_per_cent_are_asked_for():
    assert read_figure("1 in 3", PEOPLE) is None


@given(st.text(max_size=60) | st.text("0123456789.,-–/ %to'", max_size=45))
def test_whatever_is_typed_is_read_or_not_but_never_breaks(typed):
    for asked in (SHARE, ENDS, PEOPLE):
        found = read_figure(typed, asked)
        assert found is None or found.low <= found.high
