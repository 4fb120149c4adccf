"""What a blind answer is expected to earn: the random guess score of item analysis."""

from collections.abc import Sequence
from fractions import Fraction
from math import comb
from typing import assert_never

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
    right_ones,
)


def random_guess(interaction: Interaction) -> Fraction:
    """The share of the marks (0 to 1) that an answer earns on average which is drawn from all that can be read from the form.

    Each box is ticked or not (where nothing else is asked, one at least), each list is set to any of its options (nothing twice where a
    list stands twice), steps stand in any order. Nobody types a term or a figure by chance.
    """
    match interaction:
        case OneOf(options):
            return Fraction(len(right_ones(options)), len(options))
        case NOf(n, options):
            return Fraction(max(n, len(right_ones(options))), len(options))
        case AnyOf(options):
            return _ticked([(len(right_ones(options)), len(options))], at_least=1)
        case Highlight() as highlight:
            return _ticked([(len(right_ones(highlight.segments)), len(highlight.segments))], at_least=1)
        case Grid(columns, rows, True):
            return Fraction(sum(len(row.correct) for row in rows), len(columns) * len(rows))
        case Grid(columns, rows, _):
            return _ticked([(sum(column.id in row.correct for row in rows), len(rows)) for column in columns])
        case DropDowns(blanks):
            return _from_lists(blanks)
        case Linked() as linked:
            return _from_lists([linked.cause]) * _from_lists(linked.effects)
        case BowTie() as bow_tie:
            return _from_lists(bow_tie.blanks)
        case Order(steps):
            return Fraction(1, len(steps))
        case TypedText() | Number():
            return Fraction(0)
        case _:
            assert_never(interaction)


def plus_minus(keys: int, offered: int, n: int) -> Fraction:
    """The expected marks of n picks at random, +1 a key, −1 a distractor, not under 0 (hypergeometric)."""
    ways = ((comb(keys, right) * comb(offered - keys, n - right), 2 * right - n) for right in range(n + 1) if n - right <= offered - keys)
    return Fraction(sum(count * max(0, marks) for count, marks in ways), comb(offered, n))


def _from_lists(blanks: Sequence[Blank]) -> Fraction:
    """The mean share (0 to 1) of right options in the lists."""
    return sum((Fraction(len(right_ones(blank.options)), len(blank.options)) for blank in blanks), Fraction(0)) / len(blanks)


def _ticked(columns: Sequence[tuple[int, int]], at_least: int = 0) -> Fraction:
    """Any of the boxes ticked, +1/−1 within each column of keys and boxes."""
    earned = (
        sum((comb(boxes, n) * plus_minus(keys, boxes, n) for n in range(at_least, boxes + 1)), Fraction(0))
        / sum(comb(boxes, n) for n in range(at_least, boxes + 1))
        for keys, boxes in columns
    )
    return sum(earned, Fraction(0)) / sum(keys for keys, _ in columns)
