"""Choose what a description or situation belongs to."""

from random import Random

from questions.choosing import FEWEST_DISTRACTORS, canonical, draw, heading_option, likeness, mean
from questions.interactions import OneOf
from questions.matters import Entry, Heading, Sorting
from questions.template import Draft, template
from questions.wording import Say


@template(Sorting, level="recognise")
def which_heading(sorting: Sorting, rng: Random, say: Say) -> Draft | None:
    """Offer the heading of one entry beside headings that are refuted for it."""
    entries = [
        entry
        for entry in sorting.entries
        if entry.id in sorting.focus and len(entry.homes) == 1 and len(entry.against) >= FEWEST_DISTRACTORS
    ]
    if sorting.toward == "entry" or not entries:
        return None
    entry = rng.choice(entries)
    wrong = draw([heading for heading in sorting.headings if heading.id in entry.against], 3, rng)
    home = next(heading for heading in sorting.headings if heading.id in entry.homes)
    return Draft(
        stem=sorting.asks_heading.format(entry=entry.text),
        hint=say("Choose one answer."),
        interaction=OneOf(canonical(heading_option(entry, heading) for heading in (home, *wrong))),
        item_type="multiple choice",
        why=_why(entry, home),
        nearness=mean([likeness(home.told, heading.told) for heading in wrong]),
    )


def _why(entry: Entry, home: Heading) -> str:
    return entry.told if home.spoken in entry.told else f"{entry.told} {home.told}"
