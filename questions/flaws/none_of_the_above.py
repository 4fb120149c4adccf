"""None of the above, neither of these."""

import re
from collections.abc import Iterator

from questions.flaw import flaw
from questions.items import Item, texts_offered
from questions.knowledge import Knowledge

WORDS = re.compile(
    r"\b(none|neither|not any) of (the|these|those|them)( above| others| options| answers)?\.?$|\bnone of the above\b"
    r"|^(none|neither|nothing|no (right|correct) answer|something else|another answer)\.?$",
    re.IGNORECASE,
)


@flaw
def none_of_the_above(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """No option turns down the others."""
    yield from (f"“{text}” turns down the other options" for text in texts_offered(item.interaction) if WORDS.search(text))
