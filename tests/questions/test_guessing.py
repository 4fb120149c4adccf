"""What a blind answer earns is what all answers earn on average, counted one by one."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import chain, combinations, permutations, product
from typing import assert_never

import pytest
from hypothesis import assume, given

from questions.guessing import random_guess
from questions.interactions import (
    AnyOf,
    Blank,
    BowTie,
    DropDowns,
    Grid,
    Highlight,
    Interaction,
    Linked,
    NOf,
    Number,
    OneOf,
    Order,
    TypedText,
)
from questions.responses import Picked, Placed, Response
from questions.scoring import score
from tests.questions.making import any_of, drop_downs, grid, n_of, number, one_of, order, typing
from tests.questions.random_interactions import interactions

MOST = 5_000


@given(interactions)
def test_a_blind_answer_earns_what_all_answers_earn_on_average(interaction):
    assume(not isinstance(interaction, TypedText | Number))
    answers = list(zip(range(MOST + 1), all_answers(interaction), strict=False))
    assume(len(answers) <= MOST)
    marks = [score(interaction, answer) for _, answer in answers]
    assert random_guess(interaction) == Fraction(sum(mark.marks for mark in marks), sum(mark.maximum for mark in marks))


@pytest.mark.parametrize(
    ("interaction", "share"),
    [
        (one_of("*a b c d"), Fraction(1, 4)),
        (one_of("*a *b c d"), Fraction(2, 4)),
        (grid("x y z", {"a": "x y", "b": "z"}, one_per_row=True), Fraction(3, 6)),
        (drop_downs({"a": "*x *y z w", "b": "*x y z w"}), Fraction(3, 8)),
        (n_of(2, "*a *b c d e"), Fraction(2, 5)),
        (n_of(2, "*a *b *c d e"), Fraction(3, 5)),
        (n_of(2, "*a b c d e"), Fraction(2, 5)),
        (any_of("*a b"), Fraction(1, 3)),
        (order([*"abcd"]), Fraction(1, 4)),
        (typing("peritoneum"), 0),
        (number("7.5", "%", "0.5"), 0),
    ],
)
def test_shares_that_can_be_told_by_eye(interaction, share):
    assert random_guess(interaction) == share


def all_answers(interaction: Interaction) -> Iterator[Response]:
    """Every response that can be read from the form, once."""
    match interaction:
        case OneOf(options):
            yield from (Picked((option.id,)) for option in options)
        case NOf(n, options):
            yield from map(Picked, combinations([option.id for option in options], n))
        case AnyOf(options):
            yield from map(Picked, _subsets([option.id for option in options], 1))
        case Highlight() as highlight:
            yield from map(Picked, _subsets([segment.id for segment in highlight.segments], 1))
        case Grid(columns, rows, one_per_row):
            ids = [column.id for column in columns]
            yield from _placed([row.id for row in rows], [[(id,) for id in ids] if one_per_row else list(_subsets(ids, 0))] * len(rows))
        case DropDowns(blanks):
            yield from _lists(blanks)
        case Linked() | BowTie():
            yield from (answer for answer in _lists(interaction.blanks) if _nothing_twice(interaction.blanks, dict(answer.places)))
        case Order(steps):
            places = permutations(range(1, len(steps) + 1))
            yield from (Placed(tuple((step.id, (str(place),)) for step, place in zip(steps, order, strict=True))) for order in places)
        case TypedText() | Number():
            return
        case _:
            assert_never(interaction)


def _subsets(ids: list[str], at_least: int) -> Iterator[tuple[str, ...]]:
    return chain.from_iterable(combinations(ids, n) for n in range(at_least, len(ids) + 1))


def _lists(blanks: tuple[Blank, ...]) -> Iterator[Placed]:
    return _placed([blank.id for blank in blanks], [[(option.id,) for option in blank.options] for blank in blanks])


def _placed(ids: list[str], choices: list[list[tuple[str, ...]]]) -> Iterator[Placed]:
    return (Placed(tuple(zip(ids, picked, strict=True))) for picked in product(*choices))


def _nothing_twice(blanks: tuple[Blank, ...], places: dict[str, tuple[str, ...]]) -> bool:
    sharing = [blank for blank in blanks if blank.shared]
    return all(places[one.id] != places[other.id] for one, other in combinations(sharing, 2) if one.options == other.options)
