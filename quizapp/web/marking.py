"""An answer laid beside the right one, option by option, row by row or segment by segment, ready to be shown."""

from collections.abc import Collection
from dataclasses import dataclass, replace
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
    Row,
    TypedText,
)
from questions.responses import Picked, Placed, Response, Typed
from questions.scoring import score
from quizapp.web.wording import gettext as _


@dataclass(frozen=True, slots=True)
class MarkedOption:
    """An option, whether it was picked, whether it is right, and whether it is the only one that is."""

    text: str
    picked: bool
    correct: bool
    alone: bool


@dataclass(frozen=True, slots=True)
class MarkedRow:
    """A row, blank or step: what was given there ("" for nothing), what is right, and its marks where rows have any."""

    text: str
    given: str
    right: str
    good: bool
    marks: int | None = None
    maximum: int = 1


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """Segments that stand together, with what was highlighted; `label` heads a table's row, "" in a text."""

    label: str
    segments: tuple[MarkedOption, ...]


Marked = tuple[MarkedOption, ...] | tuple[MarkedRow, ...] | tuple[MarkedBlock, ...]


def marked(interaction: Interaction, response: Response) -> Marked:
    """What was answered beside what is right, in the order in which it was asked."""
    match interaction:
        case OneOf(options) | AnyOf(options) | NOf(options=options):
            return _options(options, _picked(response))
        case Grid():
            return _grid(interaction, _places(response))
        case DropDowns(blanks):
            return _drop_downs(blanks, _places(response))
        case Linked(blanks):
            return tuple(replace(row, marks=None) for row in _drop_downs(blanks, _places(response)))
        case BowTie() as bow_tie:
            return _drop_downs(bow_tie.blanks, _places(response))
        case Highlight(blocks):
            return tuple(MarkedBlock(block.label, _options(block.segments, _picked(response), alone=False)) for block in blocks)
        case Order():
            return _order(interaction, _places(response))
        case TypedText(accepted):
            return _typed(interaction, response, tuple(option.text for option in accepted))
        case Number(key):
            return _typed(interaction, response, (key.text,))
        case _:
            assert_never(interaction)


def _picked(response: Response) -> Collection[str]:
    return response.ids if isinstance(response, Picked) else ()


def _places(response: Response) -> dict[str, tuple[str, ...]]:
    return dict(response.places) if isinstance(response, Placed) else {}


def without_marks(what: Marked) -> Marked:
    """The same, where nobody wants to hear of marks."""
    return tuple(replace(one, marks=None) if isinstance(one, MarkedRow) else one for one in what)  # type: ignore[return-value]


def _options(options: tuple[Option, ...], picked: Collection[str], *, alone: bool = True) -> tuple[MarkedOption, ...]:
    alone = alone and sum(option.correct for option in options) == 1
    return tuple(MarkedOption(option.text, option.id in picked, option.correct, alone) for option in options)


def _grid(grid: Grid, places: dict[str, tuple[str, ...]]) -> tuple[MarkedRow, ...]:
    def words(ids: Collection[str]) -> str:
        return ", ".join(column.text for column in grid.columns if column.id in ids)

    def row_marks(good: bool) -> int | None:
        return int(good) if grid.one_per_row else None

    def is_good(row: Row, given: Collection[str]) -> bool:
        return len(given) == 1 and set(given) <= set(row.correct) if grid.one_per_row else set(given) == set(row.correct)

    good = {row.id: bool(places) and is_good(row, places.get(row.id, ())) for row in grid.rows}
    return tuple(
        MarkedRow(row.text, words(places.get(row.id, ())), words(row.correct) or _("none of them"), good[row.id], row_marks(good[row.id]))
        for row in grid.rows
    )


def _drop_downs(blanks: tuple[Blank, ...], places: dict[str, tuple[str, ...]]) -> tuple[MarkedRow, ...]:
    """Lists with several right options are the same list several times: what is right beside a wrong pick is one that nobody picked."""
    rows, told = [], {id for values in places.values() for id in values}
    for blank in blanks:
        given = next((option for option in blank.options if option.id in places.get(blank.id, ())), None)
        right = given if given and given.correct else next(one for one in _unpicked_first(blank.options, told) if one.correct)
        told |= {right.id}
        rows.append(MarkedRow(blank.label, given.text if given else "", right.text, right is given, int(right is given)))
    return tuple(rows)


def _unpicked_first(options: tuple[Option, ...], picked: Collection[str]) -> list[Option]:
    return sorted(options, key=lambda option: option.id in picked)


def _order(order: Order, places: dict[str, tuple[str, ...]]) -> tuple[MarkedRow, ...]:
    rows = []
    for step in sorted(order.steps, key=lambda step: step.position):
        given = "".join(places.get(step.id, ()))
        good = given == str(step.position)
        place = _("place %(place)s", place=step.position)
        rows.append(MarkedRow(step.text, _("place %(place)s", place=given) if given else "", place, good, int(good)))
    return tuple(rows)


def _typed(interaction: TypedText | Number, response: Response, right_ones: tuple[str, ...]) -> tuple[MarkedOption, ...]:
    keys = tuple(MarkedOption(text, picked=False, correct=True, alone=True) for text in right_ones)
    match response:
        case Typed(text):
            right = score(interaction, response).marks == 1
            return (
                MarkedOption(text, picked=True, correct=right, alone=True),
                *(key for key in keys if key.text.casefold() != text.casefold()),
            )
        case _:
            return keys


def answer_in_words(interaction: Interaction) -> str:
    """The right answer in a line; "" where each row or segment has its own."""
    match interaction:
        case OneOf(options) | AnyOf(options) | NOf(options=options):
            return "; ".join(option.text.removesuffix(".") for option in options if option.correct)
        case TypedText(accepted):
            return accepted[0].text
        case Number(key):
            return key.text
        case Highlight() | Grid() | DropDowns() | Linked() | BowTie() | Order():
            return ""
        case _:
            assert_never(interaction)
