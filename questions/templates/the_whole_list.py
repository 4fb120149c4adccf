"""Select the whole of a list among many things."""

from random import Random

from questions.choosing import canonical, mean, most_wrong_ones, open_keys, wrong_ones
from questions.interactions import AnyOf
from questions.matters import Listing
from questions.template import Draft, template
from questions.wording import Say, named


@template(Listing, level="recall", version=2, called=named("Select all that are listed"))
def the_whole_list(listing: Listing, rng: Random, say: Say) -> Draft | None:
    """Offer every key with at least half as many distractors, and at least eight things."""
    fewest = max(8 - len(listing.keys), (len(listing.keys) + 1) // 2)
    different = most_wrong_ones(listing)
    if listing.single or not listing.whole or open_keys(listing) != listing.keys or len(listing.keys) < 3 or different < fewest:
        return None
    distractors = wrong_ones(listing, rng, rng.randint(fewest, min(different, fewest + 1)))
    return Draft(
        stem=say("Select all of {phrase}.", phrase=listing.phrase),
        hint=say("Select all that apply; none of them is missing here."),
        interaction=AnyOf(canonical((*listing.keys, *distractors))),
        item_type="select all that apply",
        why=listing.why,
        nearness=mean([listing.near.get(option.id, 0.0) for option in distractors]),
    )
