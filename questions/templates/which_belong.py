"""Select a stated number of entries that belong to one heading."""

from random import Random

from questions.choosing import canonical, draw, entry_option, likeness, mean, why_together
from questions.interactions import NOf
from questions.matters import Sorting
from questions.template import Draft, template
from questions.wording import Say, named


@template(Sorting, level="tell apart", version=4, called=named("Which ones belong"))
def which_belong(sorting: Sorting, rng: Random, say: Say) -> Draft | None:
    """Offer two entries of a heading beside two or three that are refuted for it."""
    headings = [heading for heading in sorting.headings if len(sorting.belonging(heading)) >= 2 and len(sorting.refuted(heading)) >= 2]
    if not sorting.asks_two or not headings:
        return None
    heading = rng.choice(headings)
    right, wrong = draw(sorting.belonging(heading), 2, rng), draw(sorting.refuted(heading), rng.choice((2, 3)), rng)
    entries = (*right, *wrong)
    return Draft(
        stem=sorting.asks_two.format(heading=heading.spoken),
        hint=say.several("Select exactly {n}.", "Select exactly {n}.", 2, n=2),
        interaction=NOf(2, canonical(entry_option(entry, heading) for entry in entries)),
        item_type="select N",
        why=why_together(right, heading),
        nearness=mean([likeness(one.text, other.text) for one in right for other in wrong]),
    )
