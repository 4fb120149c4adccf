"""Marks for a response, as nursing exams give them (NGN scoring rules 0/1, +/−; ITEMS.md §4)."""

from collections.abc import Collection, Iterable
from typing import NamedTuple, assert_never

from questions.figures import is_right
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
    TypedText,
)
from questions.responses import DontKnow, Picked, Placed, Response, Typed
from questions.spelling import named_by


class Score(NamedTuple):
    """Whole marks, 0 ≤ marks ≤ maximum, maximum ≥ 1."""

    marks: int
    maximum: int


def score(interaction: Interaction, response: Response) -> Score:
    """The marks of a response to this interaction; ValueError if it is the response to another kind."""
    return Score(_marks(interaction, response), maximum(interaction))


def exam_score(interaction: Interaction, response: Response) -> Score:
    """The marks as an exam gives them: an ordered response is all or nothing, 0 or 1 (ITEMS.md §4). ValueError as for `score`."""
    got = score(interaction, response)
    return Score(int(got.marks == got.maximum), 1) if isinstance(interaction, Order) else got


def exam_maximum(interaction: Interaction) -> int:
    """The most that `exam_score` gives; at least 1."""
    return 1 if isinstance(interaction, Order) else maximum(interaction)


def maximum(interaction: Interaction) -> int:
    """The marks of a response that is right throughout; at least 1."""
    match interaction:
        case OneOf() | TypedText() | Number():
            return 1
        case AnyOf(options):
            return len(_keys(options))
        case NOf(n, options):
            return min(n, len(_keys(options)))
        case Grid(_, rows, one_per_row):
            return len(rows) if one_per_row else sum(len(row.correct) for row in rows)
        case DropDowns(blanks):
            return len(blanks)
        case Linked() as linked:
            return len(linked.effects)
        case BowTie() as bow_tie:
            return len(bow_tie.blanks)
        case Highlight() as highlight:
            return len(_keys(highlight.segments))
        case Order(steps):
            return len(steps)
        case _:
            assert_never(interaction)


def _marks(interaction: Interaction, response: Response) -> int:
    match interaction, response:
        case _, DontKnow():
            return 0
        case OneOf(options), Picked(ids):
            return int(_is_right(ids, _keys(options)))
        case AnyOf(options), Picked(ids):
            return _plus_minus(set(ids), _keys(options))
        case NOf(_, options), Picked(ids):
            return len(set(ids) & _keys(options))
        case Grid(_, rows, True), Placed(places):
            return sum(_is_right(dict(places).get(row.id, ()), row.correct) for row in rows)
        case Grid() as grid, Placed(places):
            return _by_column(grid, dict(places))
        case DropDowns(blanks), Placed(places):
            return sum(_is_right(dict(places).get(blank.id, ()), _keys(blank.options)) for blank in blanks)
        case Linked() as linked, Placed(places):
            return _right_picks(linked.effects, dict(places)) if _right_picks([linked.cause], dict(places)) else 0
        case BowTie() as bow_tie, Placed(places):
            return sum(_right_picks(side.blanks, dict(places)) for side in bow_tie.sides)
        case Highlight() as highlight, Picked(ids):
            return _plus_minus(set(ids), _keys(highlight.segments))
        case Order(steps), Placed(places):
            return sum(dict(places).get(step.id) == (str(step.position),) for step in steps)
        case TypedText() as typing, Typed(text):
            return int(named_by(text, typing) is not None)
        case Number() as number, Typed(text):
            return int(is_right(text, number))
        case _:
            raise ValueError(f"{type(response).__name__} does not answer {type(interaction).__name__}")


def _is_right(picked: Collection[str], keys: Collection[str]) -> bool:
    """Whether the one thing that was to be picked is right: since a correction, several may be."""
    return len(picked) == 1 and set(picked) <= set(keys)


def _keys(options: tuple[Option, ...]) -> set[str]:
    return {option.id for option in options if option.correct}


def _right_picks(blanks: Iterable[Blank], places: dict[str, tuple[str, ...]]) -> int:
    """How many of the drop-downs are filled right; those that share a list in any order, and each right option once."""
    right = ((blank, option) for blank in blanks for option in places.get(blank.id, ()) if option in _keys(blank.options))
    return len({("" if blank.shared else blank.id, option) for blank, option in right})


def _plus_minus(picked: set[str], keys: set[str]) -> int:
    """+1 a right pick, −1 a wrong one, not under 0."""
    return max(0, len(picked & keys) - len(picked - keys))


def _by_column(grid: Grid, places: dict[str, tuple[str, ...]]) -> int:
    """+/− within each column, no column under 0, then summed."""
    return sum(
        _plus_minus(
            {row.id for row in grid.rows if column.id in places.get(row.id, ())},
            {row.id for row in grid.rows if column.id in row.correct},
        )
        for column in grid.columns
    )
