"""All of the above, none of the above, or "A and B"."""

import re
from collections.abc import Iterator

from questions.flaw import flaw
from questions.items import Item, texts_offered
from questions.knowledge import Knowledge

SPEAKS_OF_OTHERS = r"\b((all|none|both|neither|any) of (the|these)( above| others)?$|(all|none) of the above|[A-E] and [A-E]\b)"
WORDS = re.compile(SPEAKS_OF_OTHERS, re.IGNORECASE)


@flaw
def all_of_the_above(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """No option speaks of the others."""
    yield from (f"“{text}” speaks of other options" for text in texts_offered(item.interaction) if WORDS.search(text))
