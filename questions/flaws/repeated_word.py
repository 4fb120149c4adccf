"""A word of the stem that comes back in the key alone."""

from collections.abc import Iterator

from questions.content_words import content_words
from questions.flaw import choices, flaw, keys_and_distractors
from questions.items import Item
from questions.knowledge import Knowledge


@flaw
def repeated_word(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """No word that carries meaning stands in the stem and in every key and in no distractor."""
    for asked, options in choices(item):
        keys, distractors = keys_and_distractors(options)
        if not keys or not distractors:
            continue
        in_keys = frozenset.intersection(*(content_words(key.text) for key in keys))
        in_distractors = frozenset().union(*(content_words(option.text) for option in distractors))
        yield from (f"“{word}” leads from “{asked}” to the key" for word in sorted(content_words(asked) & in_keys - in_distractors))
