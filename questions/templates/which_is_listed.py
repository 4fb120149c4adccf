"""Choose the one that belongs to a list."""

from random import Random

from questions.choosing import FEWEST_DISTRACTORS, canonical, draw, mean, open_keys
from questions.interactions import OneOf, Option
from questions.matters import Listing
from questions.template import Draft, template
from questions.wording import Say, named


@template(Listing, level="recognise", version=2, called=named("Which one is listed"))
def which_is_listed(listing: Listing, rng: Random, say: Say) -> Draft | None:
    """Offer one thing that is listed beside two or three of its sort that are not."""
    keys = [key for key in open_keys(listing) if len(_distractors(listing, key)) >= FEWEST_DISTRACTORS]
    if not keys:
        return None
    key = rng.choice(keys)
    distractors = draw(_distractors(listing, key), 3, rng)
    stem = (
        say("Which of these is {phrase}?", phrase=listing.phrase)
        if listing.single
        else say("Which of these is among {phrase}?", phrase=listing.phrase)
    )
    near = mean([listing.near.get(option.id, 0.0) for option in distractors])
    return Draft(stem, say("Choose one answer."), OneOf(canonical((key, *distractors))), "multiple choice", listing.why, near)


def _distractors(listing: Listing, key: Option) -> list[Option]:
    """Those of the key's sort, one for each text."""
    alike = [option for option in listing.distractors if listing.group.get(option.id) == listing.group.get(key.id)]
    return list({option.text: option for option in alike}.values())
