"""Grammar that gives the key away: articles, capitals, full stops."""

import re
from collections.abc import Iterator

from questions.flaw import choices, flaw, without_aside
from questions.items import Item
from questions.knowledge import Knowledge

ENDS_IN_ARTICLE = re.compile(r"\b(a|an)\s*[:?…]?$", re.IGNORECASE)


@flaw
def grammar_cue(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """Options begin alike and end alike, and the stem does not end in an article that fits some of them only."""
    for asked, options in choices(item):
        texts = [option.text for option in options]
        if ENDS_IN_ARTICLE.search(without_aside(asked)):
            yield f"“{asked}” ends in an article, which fits some options only"
        if len({text[:1].islower() for text in texts}) > 1:
            yield "some options begin with a capital letter and some do not"
        if len({text.endswith(".") for text in texts}) > 1:
            yield "some options end in a full stop and some do not"
