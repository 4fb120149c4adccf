"""All of the above, none of the above, or "A and B"."""

import re
from collections.abc import Iterator

from questions.flaw import flaw
from questions.items import Item, texts_offered
from questions.knowledge import Knowledge

OTHERS = r"\b(all|none|both|neither|any) of (the|these)( above| others)?\.?$|\b(all|none) of the above\b"
LETTERS = r"^(both |options |answers )?[A-E](, [A-E])* (and|or|&) [A-E]( are .*)?\.?$"
WORDS = re.compile(f"{OTHERS}|{LETTERS}", re.IGNORECASE)


@flaw
def all_of_the_above(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """No option speaks of the others."""
    yield from (f"“{text}” speaks of other options" for text in texts_offered(item.interaction) if WORDS.search(text))
