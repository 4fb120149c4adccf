"""Select all that belong to a list."""

from random import Random

from questions.choosing import askable, canonical, draw, mean, open_keys, wrong_ones
from questions.interactions import AnyOf
from questions.matters import Listing
from questions.template import Draft, template
from questions.wording import Say, named


@template(Listing, level="recognise", version=2, called=named("Which ones are listed"))
def which_are_listed(listing: Listing, rng: Random, say: Say) -> Draft | None:
    """Offer two or three things that are listed beside at least two that are not."""
    if listing.single or len(open_keys(listing)) < 2 or not askable(listing):
        return None
    keys = draw(open_keys(listing), rng.choice((2, 2, 3)), rng)
    distractors = wrong_ones(listing, rng, rng.choice((2, 3)))
    return Draft(
        stem=say("Which of these are among {phrase}?", phrase=listing.phrase),
        hint=say("Select all that apply."),
        interaction=AnyOf(canonical((*keys, *distractors))),
        item_type="select all that apply",
        why=listing.why,
        nearness=mean([listing.near.get(option.id, 0.0) for option in distractors]),
    )
