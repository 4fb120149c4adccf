"""Interactions, answers and items in a few words: "*a b c" are the options a, b and c, of which a is right."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from questions.claims import Claim
from questions.interactions import (
    AnyOf,
    Blank,
    Block,
    BowTie,
    Column,
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
    Spelled,
    Step,
    Targets,
    TypedText,
)
from questions.items import Item, Source
from questions.responses import Picked, Placed

BREAD = Path(__file__).parent / "banks" / "bread"


def option(text: str, *, id: str = "", claim: Claim | None = None) -> Option:
    """An option whose text is its id, unless another is given; a star in front says that it is right."""
    name = text.removeprefix("*")
    return Option(id or name, name, text.startswith("*"), f"Because of {name}.", ("fact",), claim or Claim("it", "is", id or name))


def options(texts: str | Sequence[str]) -> tuple[Option, ...]:
    """Options from words, or from texts of several words."""
    return tuple(map(option, texts.split() if isinstance(texts, str) else texts))


def one_of(texts: str | Sequence[str]) -> OneOf:
    return OneOf(options(texts))


def any_of(texts: str | Sequence[str]) -> AnyOf:
    return AnyOf(options(texts))


def n_of(n: int, texts: str | Sequence[str]) -> NOf:
    return NOf(n, options(texts))


def grid(columns: str, rows: Mapping[str, str], *, one_per_row: bool) -> Grid:
    """Columns by name, and for each row the columns that are right in it."""
    names = columns.split()
    return Grid(tuple(Column(name, name) for name in names), tuple(_row(row, right, names) for row, right in rows.items()), one_per_row)


def drop_downs(blanks: Mapping[str, str | Sequence[str]]) -> DropDowns:
    """For each blank its options; the label is the blank's name."""
    return DropDowns(tuple(Blank(name, name, options(texts)) for name, texts in blanks.items()))


def linked(blanks: Mapping[str, str | Sequence[str]]) -> Linked:
    """For each blank its options; the first is the cause. Two effects with one list have two right options in it."""
    return Linked(drop_downs(blanks).blanks, next(iter(blanks)))


def bow_tie(actions: str, condition: str, watch: str) -> BowTie:
    """The options of each side; its targets are called actions-1, actions-2, condition, watch-1 and watch-2."""
    return BowTie(
        Targets("actions", "Action", options(actions)),
        Targets("condition", "Condition", options(condition)),
        Targets("watch", "Watch", options(watch)),
    )


def highlight(*blocks: str | Sequence[str], labels: Sequence[str] = ()) -> Highlight:
    """The segments of each block; a table has labels."""
    return Highlight(tuple(Block(label, options(texts)) for label, texts in zip(labels or [""] * len(blocks), blocks, strict=True)))


def number(figure: str, unit: str = "", margin: str = "0", units: Sequence[str] = ()) -> Number:
    """A figure, or two as in "5 to 10"."""
    low, _, high = figure.partition(" to ")
    return Number(option(f"*{figure}"), Decimal(low), Decimal(high or low), Decimal(margin), unit, tuple(units))


def order(steps: str | Sequence[str]) -> Order:
    """Steps in their right order."""
    texts = steps.split() if isinstance(steps, str) else steps
    return Order(
        tuple(
            Step(text, text, place, f"Because of {text}.", ("fact",), Claim("it", f"step {place}", text))
            for place, text in enumerate(texts, 1)
        )
    )


def typing(right: str, *, also: Sequence[str] = (), refused: Sequence[str] = (), unsettled: Sequence[str] = ()) -> TypedText:
    """A term to be typed, other ways to write it, and other terms that are wrong or not settled."""
    others = {name: tuple(Spelled(text, text, ()) for text in texts) for name, texts in (("no", refused), ("perhaps", unsettled))}
    return TypedText((option(f"*{right}"),), (spelled(right, *also),), others["no"], others["perhaps"])


def spelled(text: str, *also: str) -> Spelled:
    """A term that is its own id."""
    return Spelled(text, text, also)


def picked(ids: str) -> Picked:
    """The ids of what was picked."""
    return Picked(tuple(ids.split()))


def placed(places: str) -> Placed:
    """What was put where, as in "row=column row=column,column row="."""
    pairs = (place.split("=") for place in places.split())
    return Placed(tuple((slot, tuple(filter(None, values.split(",")))) for slot, values in pairs))


def item(stem: str, interaction: Interaction) -> Item:
    """An item with this stem; nothing else in it matters."""
    return Item("", ("fact",), "", "", "by hand", 1, "", 0.0, "", "", "", "", "en", stem, "", interaction, "", Source("", "", 1), "")


def _row(row: str, right: str, columns: Sequence[str]) -> Row:
    return Row(row, row, tuple(right.split()), f"Because of {row}.", ("fact",), tuple(Claim(row, "is", column) for column in columns))
