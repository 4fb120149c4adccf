"""Type what is missing from a list."""

from random import Random

from questions.choosing import askable
from questions.interactions import Option, Spelled, TypedText
from questions.matters import Listing
from questions.template import Draft, template
from questions.wording import Say, in_a_row, named, sentence, within


@template(Listing, level="recall", version=3, called=named("Type the one that is missing"))
def name_the_missing_one(listing: Listing, rng: Random, say: Say) -> Draft | None:
    """Give all of a closed list but one."""
    keys = [key for key in listing.keys if key.id in listing.spelled]
    if not listing.whole or not keys or not askable(listing):
        return None
    missing, wrong = rng.choice(keys), [option for option in listing.distractors if option.id in listing.spelled]
    return Draft(
        stem=_stem(listing, missing, rng, say),
        hint=say("Type the name. A small slip in a long word does not matter."),
        interaction=TypedText(
            accepted=(missing,),
            spellings=(listing.spelled[missing.id],),
            refused=tuple(listing.spelled[option.id] for option in wrong),
            unsettled=_unsettled(listing),
            refuses=tuple(option.claim for option in wrong),
            given=tuple(listing.spelled[key.id] for key in keys if key is not missing),
        ),
        item_type="short answer",
        why=listing.why,
    )


def _stem(listing: Listing, missing: Option, rng: Random, say: Say) -> str:
    if listing.single:
        return say("What is {phrase}?", phrase=listing.phrase)
    others = [within(option.text) for option in rng.sample(listing.keys, len(listing.keys)) if option.id != missing.id]
    if not others:
        return say("Which is the only one among {phrase}?", phrase=listing.phrase)
    return say("{Phrase}: {others} and one more. Which is it?", Phrase=sentence(listing.phrase), others=in_a_row(others, say))


def _unsettled(listing: Listing) -> tuple[Spelled, ...]:
    """All that can be typed and is neither a key nor refuted (a whole of which a part is listed is right in its way)."""
    settled = {option.id for option in (*listing.keys, *listing.distractors)}
    return tuple(spelled for id, spelled in listing.spelled.items() if id not in settled)
