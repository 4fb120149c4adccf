"""Tell two lists apart, thing by thing."""

from itertools import combinations
from random import Random

from questions.choosing import main_group
from questions.interactions import Column, Grid, Option, Row
from questions.matters import Listing, Rival
from questions.template import Draft, template
from questions.wording import Say, named

ROWS = 4


@template(Listing, level="tell apart", version=3, called=named("Compare lists in a grid"))
def compare_lists(listing: Listing, rng: Random, say: Say) -> Draft | None:
    """A grid with this list and another as columns, where in each row any number of them may be right."""
    if not listing.beside:
        return None
    this, *others = listing.beside
    for other in rng.sample(others, len(others)):
        if rows := _rows(listing, this, other, rng):
            return _draft(listing, (this, other), rows, say)
    return None


def _rows(listing: Listing, this: Rival, other: Rival, rng: Random) -> tuple[str, ...]:
    """Ids of things of one sort that both lists settle, of which neither holds so many that ticking a whole column would pay."""
    common = [id for id in this.options.keys() & other.options.keys() if listing.group.get(id, "") == main_group(listing)]
    choices = list(combinations(sorted(common), ROWS))
    return next((rows for rows in rng.sample(choices, len(choices)) if _worth_asking(rows, this, other)), ())


def _worth_asking(rows: tuple[str, ...], this: Rival, other: Rival) -> bool:
    marked = [tuple(rival.options[id].correct for rival in (this, other)) for id in rows]
    held = [sum(column) for column in zip(*marked, strict=True)]
    return all(count >= 1 and 2 * (ROWS - count) >= count for count in held) and any(a != b for a, b in marked)


def _draft(listing: Listing, rivals: tuple[Rival, Rival], rows: tuple[str, ...], say: Say) -> Draft:
    columns = tuple(Column(rival.id, rival.text) for rival in rivals)
    return Draft(
        stem=listing.asks_which,
        hint=say("Tick all that apply; a row may have no tick."),
        interaction=Grid(columns, tuple(_row(tuple(rival.options[id] for rival in rivals), rivals) for id in rows), one_per_row=False),
        item_type="matrix multiple response",
        why=" ".join(rival.why for rival in rivals),
        nearness=sum(len({rival.options[id].correct for rival in rivals}) == 1 for id in rows) / len(rows),
    )


def _row(options: tuple[Option, ...], rivals: tuple[Rival, Rival]) -> Row:
    return Row(
        id=options[0].id,
        text=options[0].text,
        correct=tuple(rival.id for rival, option in zip(rivals, options, strict=True) if option.correct),
        why=" ".join(option.why for option in options),
        facts=tuple(dict.fromkeys(fact for option in options for fact in option.facts)),
        claims=tuple(option.claim for option in options),
    )
