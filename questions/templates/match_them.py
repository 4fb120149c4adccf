"""Match entries with headings, each in a drop-down."""

from itertools import combinations
from random import Random

from questions.choosing import canonical, heading_option, likeness, mean, settled, where_each_belongs
from questions.interactions import Blank, DropDowns
from questions.matters import Entry, Heading, Sorting
from questions.template import Draft, template
from questions.wording import Say, named

FEWEST, MOST = 3, 4


@template(Sorting, level="tell apart", version=2, called=named("Match them"))
def match_them(sorting: Sorting, rng: Random, say: Say) -> Draft | None:
    """Take entries of different headings so that each has its one home among them, all of them what the objective is about."""
    if sorting.toward != "both":
        return None
    entries = _entries(sorting, rng)
    headings = _homes(sorting, entries)
    if len(entries) < FEWEST:
        return None
    return Draft(
        stem=sorting.asks_all,
        hint=say("Choose one answer in each list."),
        interaction=DropDowns(
            tuple(Blank(entry.id, entry.text, canonical(heading_option(entry, heading) for heading in headings)) for entry in entries)
        ),
        item_type="matching",
        why=where_each_belongs(entries, headings),
        nearness=mean([likeness(one.text, other.text) for one in entries for other in entries if one is not other]),
    )


def _entries(sorting: Sorting, rng: Random) -> tuple[Entry, ...]:
    """As many entries as can stand beside each other, one in focus at least, by id."""
    shuffled = rng.sample(sorting.entries, len(sorting.entries))
    sets = (together for many in range(MOST, FEWEST - 1, -1) for together in combinations(shuffled, many))
    return tuple(sorted(next((one for one in sets if _can_stand_together(sorting, one)), ()), key=lambda entry: entry.id))


def _can_stand_together(sorting: Sorting, entries: tuple[Entry, ...]) -> bool:
    in_focus = any(entry.id in sorting.focus for entry in entries)
    return in_focus and _different(entries) and settled(entries, _homes(sorting, entries))


def _different(entries: tuple[Entry, ...]) -> bool:
    homes = [frozenset(entry.homes) for entry in entries]
    return len(set(homes)) == len(homes)


def _homes(sorting: Sorting, entries: tuple[Entry, ...]) -> tuple[Heading, ...]:
    return tuple(heading for heading in sorting.headings if any(heading.id in entry.homes for entry in entries))
