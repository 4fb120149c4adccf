"""Type how much there is of something."""

from random import Random

from questions.matters import Figure
from questions.template import Draft, template
from questions.wording import Say, named


@template(Figure, level="recall", version=2, called=named("Type the number"))
def type_the_number(figure: Figure, rng: Random, say: Say) -> Draft | None:
    """Ask for the number itself."""
    if not figure.reckonings:
        return None
    asked = rng.choice(figure.reckonings)
    return Draft(
        stem=asked.asks,
        hint=say("Type a number."),
        interaction=asked.number,
        item_type="fill in the number",
        why=asked.number.key.why,
    )
