"""Highlight what belongs to a list."""

from random import Random

from questions.choosing import askable, canonical, draw, mean, open_keys, wrong_ones
from questions.interactions import Block, Highlight
from questions.matters import Listing
from questions.template import Draft, template
from questions.wording import Say, named


@template(Listing, level="tell apart", version=2, called=named("Highlight in a text what is listed"))
def highlight_the_listed(listing: Listing, rng: Random, say: Say) -> Draft | None:
    """Offer one to three things that are listed beside at least as many that are not; nothing tells how many are right."""
    if not askable(listing) or not open_keys(listing):
        return None
    distractors = wrong_ones(listing, rng, rng.choice((3, 4)))
    keys = draw(open_keys(listing), rng.randint(1, min(3, len(distractors))), rng)
    stem = (
        say("Which of these is {phrase}?", phrase=listing.phrase)
        if listing.single
        else say("Which of these are among {phrase}?", phrase=listing.phrase)
    )
    return Draft(
        stem=stem,
        hint=say("Highlight every part of the text that answers the question."),
        interaction=Highlight((Block("", canonical((*keys, *distractors))),)),
        item_type="highlight text",
        why=listing.why,
        nearness=mean([listing.near.get(option.id, 0.0) for option in distractors]),
    )
