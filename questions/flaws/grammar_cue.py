"""Grammar that gives the key away: articles, number, capitals, full stops."""

import re
from collections.abc import Iterator

from questions.flaw import choices, flaw, keys_and_distractors, question_of, without_aside
from questions.interactions import OneOf
from questions.items import Item
from questions.knowledge import Knowledge

ENDS_IN_ARTICLE = re.compile(r"\b(a|an)\s*[:?…]?$", re.IGNORECASE)
OF_MANY = re.compile(r"^(which|what) (are|were|have)\b|\b(they|these|those) (are|were|have)\W*$", re.IGNORECASE)
PLURAL = re.compile(r"[^siu]s$", re.IGNORECASE)


@flaw
def grammar_cue(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """Options begin alike and end alike; the stem ends in no article that fits some only, and asks for many only if all are many."""
    for asked, options in choices(item):
        texts = [option.text for option in options]
        if ENDS_IN_ARTICLE.search(without_aside(asked)):
            yield f"“{asked}” ends in an article, which fits some options only"
        if len({text[:1].islower() for text in texts}) > 1:
            yield "some options begin with a capital letter and some do not"
        if len({text.endswith(".") for text in texts}) > 1:
            yield "some options end in a full stop and some do not"
    if isinstance(item.interaction, OneOf) and OF_MANY.search(question_of(item)):
        keys, distractors = keys_and_distractors(item.interaction.options)
        if any(PLURAL.search(key.text) for key in keys) and not any(PLURAL.search(option.text) for option in distractors):
            yield f"“{item.stem}” asks for many, and the key alone is many"
