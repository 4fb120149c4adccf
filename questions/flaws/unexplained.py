"""Something offered without a reason from facts (ITEMS.md §6)."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from questions.flaw import flaw
from questions.interactions import (
    AnyOf,
    BowTie,
    DropDowns,
    Grid,
    Highlight,
    Interaction,
    Linked,
    NOf,
    Number,
    OneOf,
    Option,
    Order,
    Row,
    Step,
    TypedText,
)
from questions.items import Item
from questions.knowledge import Knowledge


@flaw
def unexplained(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """Every option, row and step has a reason, and facts that it rests on; so has what is to be typed."""
    yield from (f"“{one.text}” has no reason from facts" for one in _offered(item.interaction) if not one.why.strip() or not one.facts)


def _offered(interaction: Interaction) -> Sequence[Option | Row | Step]:
    match interaction:
        case OneOf(options) | AnyOf(options) | NOf(_, options) | TypedText(options):
            return options
        case DropDowns(blanks) | Linked(blanks):
            return [option for blank in blanks for option in blank.options]
        case BowTie() as bow_tie:
            return [option for side in bow_tie.sides for option in side.options]
        case Highlight() as highlight:
            return highlight.segments
        case Grid(_, rows, _):
            return rows
        case Order(steps):
            return steps
        case Number(key):
            return [key]
        case _:
            assert_never(interaction)
