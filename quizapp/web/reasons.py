"""Why, option by option: what is folded under the explanation of the right answer."""

from dataclasses import dataclass
from typing import assert_never

from questions.interactions import AnyOf, BowTie, DropDowns, Grid, Highlight, Interaction, Linked, NOf, Number, OneOf, Order, TypedText
from quizapp.web.wording import gettext as _


@dataclass(frozen=True, slots=True)
class Reasons:
    """A title, and each thing that was offered with why it is right or not."""

    title: str
    each: tuple[tuple[str, str], ...]


def reasons(interaction: Interaction) -> Reasons:
    """What there is to say of everything that was offered."""
    match interaction:
        case OneOf(options):
            said = {option.why for option in options if option.correct}  # and not said again of each of the others
            others = (option for option in options if not option.correct and option.why not in said)
            return Reasons(_("Why not the other answers?"), tuple((option.text, option.why) for option in others))
        case AnyOf(options) | NOf(options=options):
            return Reasons(_("Each answer explained"), tuple((option.text, option.why) for option in options))
        case Grid(rows=rows):
            return Reasons(_("Each row explained"), tuple((row.text, row.why) for row in rows))
        case DropDowns(blanks) | Linked(blanks):
            each = tuple((f"{blank.label}: {option.text}", option.why) for blank in blanks for option in blank.options)
            return Reasons(_("Each answer explained"), each)
        case BowTie() as bow_tie:
            each = tuple((f"{side.label}: {option.text}", option.why) for side in bow_tie.sides for option in side.options)
            return Reasons(_("Each answer explained"), each)
        case Highlight() as highlight:
            return Reasons(_("Each part explained"), tuple((segment.text, segment.why) for segment in highlight.segments))
        case Order(steps):
            in_order = sorted(steps, key=lambda step: step.position)
            return Reasons(_("Each step explained"), tuple((step.text, step.why) for step in in_order))
        case TypedText(accepted):
            return Reasons(_("Each answer explained"), tuple((option.text, option.why) for option in accepted))
        case Number(key):
            return Reasons(_("Each answer explained"), ((key.text, key.why),))
        case _:
            assert_never(interaction)
