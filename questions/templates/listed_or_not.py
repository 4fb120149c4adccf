"""Say of each thing whether it belongs to a list."""

from random import Random

from questions.choosing import askable, draw, mean, most_wrong_ones, open_keys, wrong_ones
from questions.interactions import Column, Grid, Option, Row
from questions.matters import Listing
from questions.template import Draft, template
from questions.wording import Say, named, sentence


@template(Listing, level="tell apart", version=2, called=named("Listed or not, row by row"))
def listed_or_not(listing: Listing, rng: Random, say: Say) -> Draft | None:
    """A grid with as many rows that are listed as rows that are not."""
    possible = min(len(open_keys(listing)), most_wrong_ones(listing), 3)
    if listing.single or possible < 2 or not askable(listing):
        return None
    many = rng.randint(2, possible)
    distractors = wrong_ones(listing, rng, many)
    rows = sorted((*draw(open_keys(listing), many, rng), *distractors), key=lambda option: option.id)
    columns = (Column("listed", say("Listed")), Column("not-listed", say("Not listed")))
    return Draft(
        stem=say("{Phrase}: say of each whether it is listed.", Phrase=sentence(listing.phrase)),
        hint=say("Choose one answer in each row."),
        interaction=Grid(columns, tuple(_row(option) for option in rows), one_per_row=True),
        item_type="matrix multiple choice",
        why=listing.why,
        nearness=mean([listing.near.get(option.id, 0.0) for option in distractors]),
    )


def _row(option: Option) -> Row:
    column = "listed" if option.correct else "not-listed"
    return Row(option.id, option.text, (column,), option.why, option.facts, (option.claim, option.claim._replace(denied=True)))
