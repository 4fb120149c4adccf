"""A typed answer that only has to be copied from the stem."""

from collections.abc import Iterator

from questions.flaw import flaw
from questions.interactions import TypedText
from questions.items import Item
from questions.knowledge import Knowledge
from questions.spelling import plain


@flaw
def answer_in_stem(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """No way to write a typed answer stands in its stem, whatever else it may be called."""
    if not isinstance(item.interaction, TypedText):
        return
    said = f" {plain(item.stem)} "
    ways = (way for spelled in item.interaction.spellings for way in (spelled.text, *spelled.spellings))
    yield from (f"“{way}” stands in the stem and would be right" for way in ways if f" {plain(way)} " in said)
