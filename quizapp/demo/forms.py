"""What the form of a question sends when somebody answers it right, and when they do not."""

from random import Random
from typing import assert_never

from questions.interactions import AnyOf, DropDowns, Grid, Interaction, NOf, OneOf, Option, Order, TypedText

Form = dict[str, list[str]]


def right(interaction: Interaction) -> Form:
    """The form, right throughout."""
    match interaction:
        case OneOf(options) | AnyOf(options) | NOf(_, options):
            return {"answer": [option.id for option in options if option.correct]}
        case Grid(_, rows, _):
            return {f"row.{row.id}": list(row.correct) for row in rows}
        case DropDowns(blanks):
            return {f"blank.{blank.id}": [option.id for option in blank.options if option.correct] for blank in blanks}
        case Order(steps):
            return {f"step.{step.id}": [str(step.position)] for step in steps}
        case TypedText(accepted):
            return {"answer": [accepted[0].text]}
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
        case DropDowns(blanks):
            blank = chance.choice(blanks)
            return right(interaction) | {
                f"blank.{blank.id}": [chance.choice([option.id for option in blank.options if not option.correct])]
            }
        case Order(steps):
            one, other = chance.sample(steps, 2)
            return right(interaction) | {f"step.{one.id}": [str(other.position)], f"step.{other.id}": [str(one.position)]}
        case TypedText(_, _, refused, _):
            return {"answer": [chance.choice(refused).text if refused else "something else"]}
        case _:
            assert_never(interaction)


def _one_for_another(options: tuple[Option, ...], chance: Random) -> list[str]:
    """As many as are right, but one of them is not; where all are right, one is missed."""
    missed = chance.choice([option for option in options if option.correct])
    distractors = [option for option in options if not option.correct]
    taken = {chance.choice(distractors).id} if distractors else set()
    chosen = [option.id for option in options if (option.correct and option is not missed) or option.id in taken]
    return chosen or [options[0].id]
