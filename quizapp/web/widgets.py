"""Which widget asks a question, and shows what came of it."""

from typing import assert_never

from questions.interactions import AnyOf, BowTie, DropDowns, Grid, Highlight, Interaction, Linked, NOf, Number, OneOf, Order, TypedText


def widget(interaction: Interaction) -> str:
    """The name of the macro file, under templates/study/widgets, of this way of answering."""
    match interaction:
        case OneOf():
            return "one_of"
        case AnyOf():
            return "any_of"
        case NOf():
            return "n_of"
        case Grid():
            return "grid"
        case DropDowns():
            return "drop_downs"
        case Linked():
            return "linked"
        case BowTie():
            return "bow_tie"
        case Highlight():
            return "highlight"
        case Order():
            return "order"
        case TypedText():
            return "text"
        case Number():
            return "number"
        case _:
            assert_never(interaction)


def first_field(interaction: Interaction) -> str:
    """The name of the first form field of this way of answering, which is also the id of its first control."""
    match interaction:
        case OneOf() | AnyOf() | NOf() | Highlight() | TypedText() | Number():
            return "answer"
        case Grid(_, rows):
            return f"row.{rows[0].id}"
        case BowTie() as bow_tie:
            return f"blank.{bow_tie.blanks[0].id}"
        case DropDowns(blanks) | Linked(blanks):
            return f"blank.{blanks[0].id}"
        case Order(steps):
            return f"step.{steps[0].id}"
        case _:
            assert_never(interaction)
