"""Choose what a description or situation belongs to."""

from random import Random

from questions.asking_sides import ask_heading, at_random
from questions.matters import Sorting
from questions.template import Draft, template
from questions.wording import Say, named


@template(Sorting, level="recognise", version=4, called=named("Where it belongs"))
def which_heading(sorting: Sorting, rng: Random, say: Say) -> Draft | None:
    """Offer the heading of one entry beside any that are refuted for it."""
    return ask_heading(sorting, at_random, rng, say)
