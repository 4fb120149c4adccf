"""Choose what a description or situation belongs to, among what is most like it."""

from random import Random

from questions.asking_sides import ask_heading, the_nearest
from questions.matters import Sorting
from questions.template import Draft, template
from questions.wording import Say, named


@template(Sorting, level="tell apart", version=5, called=named("Where it belongs, among what is near"))
def nearest_heading(sorting: Sorting, rng: Random, say: Say) -> Draft | None:
    """Offer the heading of one entry beside those whose meanings come nearest to it."""
    return ask_heading(sorting, the_nearest, rng, say)
