"""An item at which a blind answer earns more than half of the marks (ITEMS.md §3, rule 6)."""

from collections.abc import Iterator
from fractions import Fraction
from typing import assert_never

from questions.flaw import flaw
from questions.guessing import plus_minus, random_guess
from questions.interactions import (
    AnyOf,
    BowTie,
    DropDowns,
    Grid,
    Highlight,
    Linked,
    NOf,
    Number,
    OneOf,
    Option,
    Order,
    TypedText,
    right_ones,
)
from questions.items import Item
from questions.knowledge import Knowledge

HALF = Fraction(1, 2)


@flaw
def blind_answer(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """Ticking everything, one column, or any number at random is expected to earn half of the marks at most."""
    for how, share in blind_shares(item):
        if share > HALF:
            yield f"{how} earns {float(share):.0%} of the marks"


def blind_shares(item: Item) -> Iterator[tuple[str, Fraction]]:
    """Ways to answer without reading, and the share of the marks (0 to 1) that each is expected to earn; none without a key."""
    match item.interaction:
        case OneOf():
            yield "a guess", random_guess(item.interaction)
        case NOf(n):
            yield f"any {n}", random_guess(item.interaction)
        case AnyOf(options):
            yield from _picks(options)
        case Highlight() as highlight:
            yield from _picks(highlight.segments)
        case Grid(columns, rows) as grid if grid.one_per_row:
            yield from (
                (f"“{column.text}” throughout", Fraction(sum(column.id in row.correct for row in rows), len(rows))) for column in columns
            )
        case Grid(columns, rows):
            held = tuple(sum(column.id in row.correct for row in rows) for column in columns)
            yield from ((f"any {n} in each column", _share(held, len(rows), n)) for n in range(1, len(rows) + 1))
        case DropDowns() | Linked() | BowTie():
            yield "a guess in each list", random_guess(item.interaction)
        case Order() | TypedText() | Number():
            return
        case _:
            assert_never(item.interaction)


def _picks(options: tuple[Option, ...]) -> Iterator[tuple[str, Fraction]]:
    """Any number of picks at random, from one to all."""
    yield from ((f"any {n}", _share((len(right_ones(options)),), len(options), n)) for n in range(1, len(options) + 1))


def _share(keys: tuple[int, ...], offered: int, n: int) -> Fraction:
    """The expected share of the marks of n picks at random in each column; nothing where there is no key."""
    return sum((plus_minus(count, offered, n) for count in keys), Fraction(0)) / sum(keys) if sum(keys) else Fraction(0)
