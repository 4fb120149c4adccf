"""A key that shares most with the other options, so that it can be found by counting."""

import re
from collections.abc import Iterator

from questions.content_words import content_words
from questions.flaw import flaw, keys_and_distractors
from questions.interactions import OneOf, Option
from questions.items import Item
from questions.knowledge import Knowledge
from questions.spelling import plain

FEWEST_OPTIONS, FEWEST_PARTS, FEW_WORDS = 3, 2, 3
JOINED = re.compile(r",? (?:and|with|but|or) |[,;:] ", re.IGNORECASE)


@flaw
def convergence(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """No key of a single choice is put together from parts that the distractors hold one by one, as no distractor is."""
    if not isinstance(item.interaction, OneOf) or len(item.interaction.options) < FEWEST_OPTIONS:
        return
    keys, distractors = keys_and_distractors(item.interaction.options)
    phrases = {option.id: _phrases(option) for option in item.interaction.options}
    words = {option.id: content_words(option.text) for option in item.interaction.options}
    ways = (phrases, words) if all(len(few) <= FEW_WORDS for few in words.values()) else (phrases,)
    for key in keys:
        if any(_put_together(key, way) and not any(_put_together(option, way) for option in distractors) for way in ways):
            yield f"every part of “{key.text}” stands in a distractor, of no other option; let no option be a mixture of the others"


def _phrases(option: Option) -> frozenset[str]:
    return frozenset(plain(part) for part in JOINED.split(option.text))


def _put_together(option: Option, parts_of: dict[str, frozenset[str]]) -> bool:
    """Whether each of its parts stands in another option, no other holds them all, and they are not what all options share."""
    others = [parts for id, parts in parts_of.items() if id != option.id]
    parts = parts_of[option.id] - frozenset.intersection(*others)
    held = [parts & other for other in others]
    return len(parts) >= FEWEST_PARTS and parts == frozenset().union(*held) and parts not in held
