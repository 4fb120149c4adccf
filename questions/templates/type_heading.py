"""Type what a description or situation belongs to."""

from random import Random

from questions.choosing import FEWEST_DISTRACTORS, heading_option
from questions.interactions import TypedText
from questions.matters import Entry, Heading, Sorting
from questions.template import Draft, template
from questions.wording import Say


@template(Sorting, level="recall")
def type_heading(sorting: Sorting, rng: Random, say: Say) -> Draft | None:
    """Describe one thing and have its name typed."""
    entries = [
        entry
        for entry in sorting.entries
        if entry.id in sorting.focus and len(entry.homes) == 1 and len(entry.against) >= FEWEST_DISTRACTORS
    ]
    if sorting.toward == "entry" or not entries:
        return None
    entry = rng.choice(entries)
    home = next(heading for heading in sorting.headings if heading.id in entry.homes)
    return Draft(
        stem=sorting.asks_heading.format(entry=entry.text),
        hint=say("Type the name. Small slips in spelling do not matter."),
        interaction=_typing(sorting, entry, home),
        item_type="short answer",
        why=entry.told,
    )


def _typing(sorting: Sorting, entry: Entry, home: Heading) -> TypedText:
    return TypedText(
        accepted=(heading_option(entry, home),),
        spellings=(home.spelled,),
        refused=tuple(heading.spelled for heading in sorting.headings if heading.id in entry.against),
        unsettled=tuple(
            heading.spelled for heading in sorting.headings if heading.id not in entry.against and heading.id not in entry.homes
        ),
    )
