"""Looking for every flaw in many items: each question once, and all of them together."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from questions.flaw import flaws_of
from questions.interactions import ids_shown, key_ids
from questions.items import Item
from questions.knowledge import Knowledge
from questions.tally import all_tallies


class Found(NamedTuple):
    """A flaw by its name, a sentence that says where, and the item that has it; none where many have it together."""

    name: str
    what: str
    item: Item | None = None


def flaws_in(items: Iterable[Item], knowledge: Knowledge) -> Iterator[Found]:
    """Every flaw of the items, which come objective by objective; a question that comes again is counted, and not looked at again."""
    tallies = [tally(knowledge) for tally in all_tallies().values()]
    objective, seen = "", set[object]()
    for item in items:
        if item.objective != objective:
            objective, seen = item.objective, set()
        for tally in tallies:
            tally.look(item)
        question = (item.template, item.stem, ids_shown(item.interaction), key_ids(item.interaction))
        if question not in seen:
            seen.add(question)
            yield from (Found(name, what, item) for name, what in flaws_of(item, knowledge))
    yield from (Found(tally.name, what) for tally in tallies for what in tally.found())
