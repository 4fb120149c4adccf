"""All of the above, both of these, any of the others."""

import re
from collections.abc import Iterator

from questions.flaw import flaw
from questions.items import Item, texts_offered
from questions.knowledge import Knowledge

WORDS = re.compile(
    r"\b(all|both|any|each) of (the|these|those|them)( above| others)?\.?$|\ball of the above\b|\beither of (them|these)\b", re.IGNORECASE
)


@flaw
def all_of_the_above(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """No option takes in the others."""
    yield from (f"“{text}” speaks of other options" for text in texts_offered(item.interaction) if WORDS.search(text))
