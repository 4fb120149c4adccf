"""Choose the description or situation that belongs to a thing, among those most like it."""

from random import Random

from questions.asking_sides import ask_entry, the_nearest
from questions.matters import Sorting
from questions.template import Draft, template
from questions.wording import Say, named


@template(Sorting, level="tell apart", version=5, called=named("Which one belongs, among those that read alike"))
def nearest_entry(sorting: Sorting, rng: Random, say: Say) -> Draft | None:
    """Offer one entry of a heading beside those that read most like it."""
    return ask_entry(sorting, the_nearest, rng, say)
