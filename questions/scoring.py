"""Marks for a response, as nursing exams give them (NGN scoring rules 0/1, +/−; ITEMS.md §4)."""

from typing import NamedTuple, assert_never

from questions.interactions import AnyOf, DropDowns, Grid, Interaction, NOf, OneOf, Option, Order, TypedText
from questions.responses import DontKnow, Picked, Placed, Response, Typed
from questions.spelling import named_by


class Score(NamedTuple):
    """Whole marks, 0 ≤ marks ≤ maximum, maximum ≥ 1."""

    marks: int
    maximum: int


def score(interaction: Interaction, response: Response) -> Score:
    """The marks of a response to this interaction; ValueError if it is the response to another kind."""
    return Score(_marks(interaction, response), maximum(interaction))


def maximum(interaction: Interaction) -> int:
    """The marks of a response that is right throughout; at least 1."""
    match interaction:
        case OneOf() | TypedText():
            return 1
        case AnyOf(options) | NOf(_, options):
            return len(_keys(options))
        case Grid(_, rows, one_per_row):
            return len(rows) if one_per_row else sum(len(row.correct) for row in rows)
        case DropDowns(blanks):
            return len(blanks)
        case Order(steps):
            return len(steps)
        case _:
            assert_never(interaction)


def _marks(interaction: Interaction, response: Response) -> int:
    match interaction, response:
        case _, DontKnow():
            return 0
        case OneOf(options), Picked(ids):
            return int(set(ids) == _keys(options))
        case AnyOf(options), Picked(ids):
            return _plus_minus(set(ids), _keys(options))
        case NOf(_, options), Picked(ids):
            return len(set(ids) & _keys(options))
        case Grid(_, rows, True), Placed(places):
            return sum(dict(places).get(row.id) == row.correct for row in rows)
        case Grid() as grid, Placed(places):
            return _by_column(grid, dict(places))
        case DropDowns(blanks), Placed(places):
            return sum(set(dict(places).get(blank.id, ())) == _keys(blank.options) for blank in blanks)
        case Order(steps), Placed(places):
            return sum(dict(places).get(step.id) == (str(step.position),) for step in steps)
        case TypedText() as typing, Typed(text):
            return int(named_by(text, typing) is not None)
        case _:
            raise ValueError(f"{type(response).__name__} does not answer {type(interaction).__name__}")


def _keys(options: tuple[Option, ...]) -> set[str]:
    return {option.id for option in options if option.correct}


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
