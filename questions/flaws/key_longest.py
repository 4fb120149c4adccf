"""A key that is noticeably longer than the rest."""

from collections.abc import Iterator

from questions.flaw import choices, flaw, keys_and_distractors
from questions.interactions import OneOf
from questions.items import Item
from questions.knowledge import Knowledge

NOTICEABLY, LETTERS = 1.5, 15


@flaw
def key_longest(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """The key of a single choice is at most half as long again as the longest distractor (or fifteen letters longer)."""
    if not isinstance(item.interaction, OneOf):
        return
    for _, options in choices(item):
        keys, distractors = keys_and_distractors(options)
        longest = max((len(option.text) for option in distractors), default=0)
        for key in keys:
            if len(key.text) > NOTICEABLY * longest and len(key.text) > longest + LETTERS:
                yield f"“{key.text}” is longer than every distractor by more than half"
