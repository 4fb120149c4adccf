"""Highlight what belongs to one heading."""

from random import Random

from questions.choosing import canonical, draw, entry_option, likeness, mean, why_together
from questions.interactions import Block, Highlight
from questions.matters import Sorting
from questions.template import Draft, template
from questions.wording import Say, named

FEWEST_WRONG, MOST_WRONG, MOST_RIGHT = 2, 3, 2


@template(Sorting, level="tell apart", version=4, called=named("Highlight what fits"))
def highlight_what_fits(sorting: Sorting, rng: Random, say: Say) -> Draft | None:
    """A text of what belongs to a heading and of more that is refuted for it; nothing tells how many parts are right."""
    headings = [one for one in sorting.headings if sorting.belonging(one) and len(sorting.refuted(one)) >= FEWEST_WRONG]
    if sorting.toward == "heading" or not headings:
        return None
    heading = rng.choice(headings)
    right, wrong = draw(sorting.belonging(heading), rng.randint(1, MOST_RIGHT), rng), draw(sorting.refuted(heading), MOST_WRONG, rng)
    return Draft(
        stem=(sorting.asks_some or sorting.asks_entry).format(heading=heading.spoken),
        hint=say("Highlight every part of the text that answers the question."),
        interaction=Highlight((Block("", canonical(entry_option(entry, heading) for entry in (*right, *wrong))),)),
        item_type="highlight text",
        why=why_together(right, heading),
        nearness=mean([likeness(one.text, other.text) for one in right for other in wrong]),
    )
