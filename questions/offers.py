"""All that can be picked to answer an item, part by part, and what of it was picked: in ids as `key_ids` has them."""

from collections.abc import Collection
from dataclasses import dataclass
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
    Option,
    Order,
    Step,
    Targets,
    TypedText,
)
from questions.responses import DontKnow, Picked, Placed, Response, Typed


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that can be picked, whether it is right, why, and which facts settle it."""

    id: str
    text: str
    correct: bool
    why: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What stands together: a list, a row, a block. The label is "" where an item has one part."""

    label: str
    offers: tuple[Offer, ...]


def parts(interaction: Interaction) -> tuple[Part, ...]:
    """Everything that can be picked, in the order in which it stands; of what is typed, what is accepted."""
    match interaction:
        case OneOf(options) | AnyOf(options) | NOf(_, options) | TypedText(options):
            return (_part("", "", options),)
        case Number(key):
            return (_part("", "", (key,)),)
        case Highlight(blocks):
            return tuple(_part(block.label, "", block.segments) for block in blocks)
        case DropDowns(blanks) | Linked(blanks):
            return tuple(_list(blank) for blank in blanks)
        case BowTie() as bow_tie:
            return tuple(_list(side) for side in bow_tie.sides)
        case Grid():
            return _rows(interaction)
        case Order(steps):
            return tuple(_places(step, len(steps)) for step in sorted(steps, key=lambda step: step.position))
        case _:
            assert_never(interaction)


def picked(response: Response, shown: Collection[str]) -> tuple[str, ...] | None:
    """What an answer picked of what was shown; None where it says that the person does not know. What was typed is its own id."""
    match response:
        case Picked(ids):
            return ids
        case Placed(places):
            return tuple(_placed(slot, value, shown) for slot, values in places for value in values)
        case Typed(text):
            return (text.casefold(),)
        case DontKnow():
            return None
        case _:
            assert_never(response)


def slot_of(id: str) -> str:
    """The row, list or step of an id; "" where an item has one part."""
    return id.partition("=")[0] if "=" in id else ""


def _placed(slot: str, value: str, shown: Collection[str]) -> str:
    """One side of a bow-tie has several targets with one list: they are one part."""
    side = f"{slot.rpartition('-')[0]}={value}"
    return side if side in shown else f"{slot}={value}"


def _list(slot: Blank | Targets) -> Part:
    return _part(slot.label, f"{slot.id}=", slot.options)


def _part(label: str, before: str, options: tuple[Option, ...]) -> Part:
    return Part(label, tuple(Offer(f"{before}{one.id}", one.text, one.correct, one.why, one.facts) for one in options))


def _rows(grid: Grid) -> tuple[Part, ...]:
    return tuple(
        Part(
            row.text,
            tuple(Offer(f"{row.id}={column.id}", column.text, column.id in row.correct, row.why, row.facts) for column in grid.columns),
        )
        for row in grid.rows
    )


def _places(step: Step, steps: int) -> Part:
    return Part(
        step.text,
        tuple(Offer(f"{step.id}={place}", str(place), place == step.position, step.why, step.facts) for place in range(1, steps + 1)),
    )
