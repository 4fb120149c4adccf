"""Select a stated number of things that belong to a list."""

from random import Random

from questions.choosing import askable, canonical, draw, mean, most_wrong_ones, open_keys, wrong_ones
from questions.interactions import NOf
from questions.matters import Listing
from questions.template import Draft, template
from questions.wording import Say, named


@template(Listing, level="tell apart", version=2, called=named("Choose so many"))
def choose_n(listing: Listing, rng: Random, say: Say) -> Draft | None:
    """Offer as many distractors as keys or more, and say how many to pick."""
    possible = min(len(open_keys(listing)), most_wrong_ones(listing), 3)
    if listing.single or possible < 2 or not askable(listing):
        return None
    n = rng.randint(2, possible)
    distractors = wrong_ones(listing, rng, rng.choice((n, n + 1)))
    return Draft(
        stem=_asks(n, listing.phrase, say),
        hint=say.several("Select exactly {n}.", "Select exactly {n}.", n, n=n),
        interaction=NOf(n, canonical((*draw(open_keys(listing), n, rng), *distractors))),
        item_type="select N",
        why=listing.why,
        nearness=mean([listing.near.get(option.id, 0.0) for option in distractors]),
    )


def _asks(n: int, phrase: str, say: Say) -> str:
    """A sentence for each number, since what a number is called goes with what is counted."""
    two, three = (
        say("Which two of these are among {phrase}?", phrase=phrase),
        say("Which three of these are among {phrase}?", phrase=phrase),
    )
    return {2: two, 3: three}[n]
