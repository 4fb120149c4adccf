"""Type what a description or situation belongs to."""

from random import Random

from questions.asking_sides import answerable, home_of
from questions.choosing import heading_option
from questions.interactions import TypedText
from questions.matters import Entry, Heading, Sorting
from questions.template import Draft, template
from questions.wording import Say, named


@template(Sorting, level="recall", version=3, called=named("Type what it is called"))
def type_heading(sorting: Sorting, rng: Random, say: Say) -> Draft | None:
    """Describe one thing and have its name typed."""
    entries = answerable(sorting)
    if sorting.toward == "entry" or not entries:
        return None
    entry = rng.choice(entries)
    home = home_of(sorting, entry)
    return Draft(
        stem=sorting.asks_heading.format(entry=entry.text),
        hint=say("Type the name. A small slip in a long word does not matter."),
        interaction=_typing(sorting, entry, home),
        item_type="short answer",
        why=entry.told,
    )


def _typing(sorting: Sorting, entry: Entry, home: Heading) -> TypedText:
    return TypedText(
        accepted=(heading_option(entry, home),),
        spellings=(home.spelled,),
        refused=tuple(heading.spelled for heading in sorting.headings if heading.id in entry.against),
        refuses=tuple(entry.claims[heading.id] for heading in sorting.headings if heading.id in entry.against),
        unsettled=tuple(
            heading.spelled for heading in sorting.headings if heading.id not in entry.against and heading.id not in entry.homes
        ),
    )
