"""A form filled in with an answer that was kept: what `read_response` reads back as the same response."""

from collections.abc import Mapping, Sequence
from typing import assert_never

from questions.interactions import AnyOf, BowTie, DropDowns, Grid, Highlight, Interaction, Linked, NOf, Number, OneOf, Order, TypedText
from questions.responses import DontKnow, Picked, Placed, Response, Typed

Form = Mapping[str, Sequence[str]]


def filled_in(interaction: Interaction, response: Response) -> Form:
    """The fields of the form of this interaction, as they were sent."""
    match response:
        case DontKnow():
            return {}
        case Picked(ids):
            return {"answer": ids}
        case Typed(text):
            return {"answer": [text]}
        case Placed(places):
            return {f"{_field(interaction)}.{place}": values for place, values in places}
        case _:
            assert_never(response)


def _field(interaction: Interaction) -> str:
    """The beginning of the names of the fields in which something is placed."""
    match interaction:
        case Grid():
            return "row"
        case DropDowns() | Linked() | BowTie():
            return "blank"
        case Order():
            return "step"
        case OneOf() | AnyOf() | NOf() | Highlight() | TypedText() | Number():
            raise ValueError(f"Nothing is placed in {type(interaction).__name__}.")
        case _:
            assert_never(interaction)
