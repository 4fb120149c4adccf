"""Choose the description or situation that belongs to a thing."""

from random import Random

from questions.asking_sides import ask_entry, at_random
from questions.matters import Sorting
from questions.template import Draft, template
from questions.wording import Say, named


@template(Sorting, level="recognise", version=4, called=named("Which one belongs"))
def which_entry(sorting: Sorting, rng: Random, say: Say) -> Draft | None:
    """Offer one entry of a heading beside any that are refuted for it."""
    return ask_entry(sorting, at_random, rng, say)
