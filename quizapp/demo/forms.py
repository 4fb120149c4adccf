"""What the form of a question sends when somebody answers it right, and when they do not."""

from random import Random
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
    TypedText,
)

Form = dict[str, list[str]]


def right(interaction: Interaction) -> Form:
    """The form, right throughout."""
    match interaction:
        case OneOf(options) | AnyOf(options) | NOf(_, options):
            return {"answer": [option.id for option in options if option.correct]}
        case Grid(_, rows, _):
            return {f"row.{row.id}": list(row.correct) for row in rows}
        case DropDowns(blanks) | Linked(blanks):
            return _filled(blanks)
        case BowTie() as bow_tie:
            return _filled(bow_tie.blanks)
        case Highlight() as highlight:
            return {"answer": [segment.id for segment in highlight.segments if segment.correct]}
        case Order(steps):
            return {f"step.{step.id}": [str(step.position)] for step in steps}
        case TypedText(accepted):
            return {"answer": [accepted[0].text]}
        case Number(low=low):
            return {"answer": [str(low)]}
        case _:
            assert_never(interaction)


def wrong(interaction: Interaction, chance: Random) -> Form:
    """The form with a mistake such as people make: mostly one thing taken for another."""
    match interaction:
        case OneOf(options):
            return {"answer": [chance.choice([option.id for option in options if not option.correct])]}
        case AnyOf(options) | NOf(_, options):
            return {"answer": _one_for_another(options, chance)}
        case Grid(columns, rows, _):
            mistaken = chance.choice([row for row in rows if row.correct])
            others = [column.id for column in columns if column.id not in mistaken.correct]
            return right(interaction) | {f"row.{mistaken.id}": [chance.choice(others or [columns[0].id])]}
        case DropDowns(blanks) | Linked(blanks):
            return right(interaction) | _mistaken(chance.choice(blanks), chance)
        case BowTie() as bow_tie:
            return right(interaction) | _mistaken(chance.choice(bow_tie.blanks), chance)
        case Highlight() as highlight:
            return {"answer": _one_for_another(highlight.segments, chance)}
        case Order(steps):
            one, other = chance.sample(steps, 2)
            return right(interaction) | {f"step.{one.id}": [str(other.position)], f"step.{other.id}": [str(one.position)]}
        case TypedText(_, _, refused, _):
            return {"answer": [chance.choice(refused).text if refused else "something else"]}
        case Number(_, _, high, margin):
            return {"answer": [str(abs(high) * chance.choice((2, 10)) + margin + 1)]}
        case _:
            assert_never(interaction)


def _filled(blanks: tuple[Blank, ...]) -> Form:
    """Each list right; of one list that stands in several places, each right option in one of them."""
    form: Form = {}
    for place, blank in enumerate(blanks):
        before = sum(blank.shared and other.options == blank.options for other in blanks[:place])
        form[f"blank.{blank.id}"] = [[option.id for option in blank.options if option.correct][before]]
    return form


def _mistaken(blank: Blank, chance: Random) -> Form:
    return {f"blank.{blank.id}": [chance.choice([option.id for option in blank.options if not option.correct])]}


def _one_for_another(options: tuple[Option, ...], chance: Random) -> list[str]:
    """As many as are right, but one of them is not; where all are right, one is missed."""
    missed = chance.choice([option for option in options if option.correct])
    distractors = [option for option in options if not option.correct]
    taken = {chance.choice(distractors).id} if distractors else set()
    chosen = [option.id for option in options if (option.correct and option is not missed) or option.id in taken]
    return chosen or [options[0].id]
