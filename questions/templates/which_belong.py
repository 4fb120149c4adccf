"""Select a stated number of entries that belong to one heading."""

from random import Random

from questions.choosing import canonical, draw, entry_option, likeness, mean, why_together
from questions.interactions import NOf
from questions.matters import Entry, Heading, Sorting
from questions.template import Draft, template
from questions.wording import Say, named


@template(Sorting, level="tell apart", version=4, called=named("Which ones belong"))
def which_belong(sorting: Sorting, rng: Random, say: Say) -> Draft | None:
    """Offer two entries of a heading beside two or three that are refuted for it."""
    headings = [heading for heading in sorting.headings if len(_right(sorting, heading)) >= 2 and len(_wrong(sorting, heading)) >= 2]
    if not sorting.asks_two or not headings:
        return None
    heading = rng.choice(headings)
    right, wrong = draw(_right(sorting, heading), 2, rng), draw(_wrong(sorting, heading), rng.choice((2, 3)), rng)
    entries = (*right, *wrong)
    return Draft(
        stem=sorting.asks_two.format(heading=heading.spoken),
        hint=say.several("Select exactly {n}.", "Select exactly {n}.", 2, n=2),
        interaction=NOf(2, canonical(entry_option(entry, heading) for entry in entries)),
        item_type="select N",
        why=why_together(right, heading),
        nearness=mean([likeness(one.text, other.text) for one in right for other in wrong]),
    )


def _right(sorting: Sorting, heading: Heading) -> list[Entry]:
    return [entry for entry in sorting.entries if entry.id in sorting.focus and heading.id in entry.homes]


def _wrong(sorting: Sorting, heading: Heading) -> list[Entry]:
    return [entry for entry in sorting.entries if heading.id in entry.against]
