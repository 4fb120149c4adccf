"""What an item-writing flaw is, and the registry in which its check is found."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import assert_never

from questions.interactions import AnyOf, BowTie, DropDowns, Grid, Highlight, Linked, NOf, Number, OneOf, Option, Order, TypedText
from questions.items import Item
from questions.knowledge import Knowledge
from questions.registry import import_all

Check = Callable[[Item, Knowledge], Iterable[str]]

FLAWS: dict[str, Check] = {}


def flaw(check: Check) -> Check:
    """Register a check under the name of its function; it yields a sentence for each place where an item has the flaw."""
    FLAWS[check.__name__] = check
    return check


@cache
def all_flaws() -> dict[str, Check]:
    """Every check, by the name of the flaw."""
    import_all("questions.flaws")
    return dict(sorted(FLAWS.items()))


def flaws_of(item: Item, knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    """Each flaw that the item has: its name, and a sentence that says where."""
    return ((name, what) for name, check in all_flaws().items() for what in check(item, knowledge))


def choices(item: Item) -> tuple[tuple[str, tuple[Option, ...]], ...]:
    """The sets of options among which a person chooses, each with the text that asks for it; none for grids, orders and what is typed."""
    match item.interaction:
        case OneOf(options) | AnyOf(options) | NOf(_, options):
            return ((item.stem, options),)
        case DropDowns(blanks) | Linked(blanks):
            return tuple((blank.label, blank.options) for blank in blanks)
        case BowTie() as bow_tie:
            return tuple((side.label, side.options) for side in bow_tie.sides)
        case Highlight(blocks):
            return tuple((block.label or item.stem, block.segments) for block in blocks)
        case Grid() | Order() | TypedText() | Number():
            return ()
        case _:
            assert_never(item.interaction)


def keys_and_distractors(options: tuple[Option, ...]) -> tuple[list[Option], list[Option]]:
    """Options that are right, and options that are wrong."""
    return [option for option in options if option.correct], [option for option in options if not option.correct]


def without_aside(stem: str) -> str:
    """A stem without what stands in brackets at its end."""
    return re.sub(r"\s*\([^()]*\)$", "", stem)


def question_of(item: Item) -> str:
    """The last sentence of the stem, without the case before it and the aside behind it."""
    return re.split(r"(?<=[.”])\s", without_aside(item.stem))[-1]
