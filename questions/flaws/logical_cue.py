"""A name that tells the answer (bone scan, bones)."""

from collections.abc import Iterator

from questions.content_words import content_words
from questions.flaw import choices, flaw, keys_and_distractors
from questions.items import Item
from questions.knowledge import Knowledge

SAME_ROOT = 5


@flaw
def logical_cue(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """No key shares the beginning of a word with the stem where no distractor does (pleural, pleura; ovarian, ovaries)."""
    for asked, options in choices(item):
        keys, distractors = keys_and_distractors(options)
        roots = _roots(asked)
        wrong = frozenset().union(*(_roots(option.text) for option in distractors))
        for key in keys if len(keys) == 1 else ():
            yield from (f"“{root}…” leads from “{asked}” to the key" for root in sorted(roots & _roots(key.text) - wrong))


def _roots(text: str) -> frozenset[str]:
    return frozenset(word[:SAME_ROOT] for word in content_words(text) if len(word) >= SAME_ROOT)
