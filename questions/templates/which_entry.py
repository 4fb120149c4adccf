"""Choose the description or situation that belongs to a thing."""

from random import Random

from questions.choosing import FEWEST_DISTRACTORS, canonical, draw, entry_option, likeness, mean
from questions.interactions import OneOf
from questions.matters import Entry, Heading, Sorting
from questions.template import Draft, template
from questions.wording import Say


@template(Sorting, level="recognise")
def which_entry(sorting: Sorting, rng: Random, say: Say) -> Draft | None:
    """Offer one entry of a heading beside entries that are refuted for it."""
    pairs = [pair for pair in _pairs(sorting) if len(_wrong(sorting, pair[1])) >= FEWEST_DISTRACTORS]
    if sorting.toward == "heading" or not pairs:
        return None
    entry, heading = rng.choice(pairs)
    wrong = draw(_wrong(sorting, heading), 3, rng)
    return Draft(
        stem=sorting.asks_entry.format(heading=heading.spoken),
        hint=say("Choose one answer."),
        interaction=OneOf(canonical(entry_option(one, heading) for one in (entry, *wrong))),
        item_type="multiple choice",
        why=f"{entry.text}. {entry.told}" if entry.text[-1:] not in ".?!" else f"{entry.text} {entry.told}",
        nearness=mean([likeness(entry.text, one.text) for one in wrong]),
    )


def _pairs(sorting: Sorting) -> list[tuple[Entry, Heading]]:
    """Each entry in focus with the heading that is its home."""
    return [
        (entry, heading)
        for entry in sorting.entries
        if entry.id in sorting.focus
        for heading in sorting.headings
        if heading.id in entry.homes
    ]


def _wrong(sorting: Sorting, heading: Heading) -> list[Entry]:
    return [entry for entry in sorting.entries if heading.id in entry.against]
