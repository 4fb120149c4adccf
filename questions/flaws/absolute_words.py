"""Words that are seldom true and so give a distractor away."""

import re
from collections.abc import Iterator

from questions.flaw import flaw
from questions.items import Item, texts_offered
from questions.knowledge import Knowledge

WORDS = re.compile(
    r"\b(always|never|all|none|every|only|entirely|completely|must|cannot ever|impossible|no one|nobody|everyone|everybody)\b",
    re.IGNORECASE,
)


@flaw
def absolute_words(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """No option holds always, never, all, only and the like."""
    yield from (f"“{found[0]}” in “{text}”" for text in texts_offered(item.interaction) if (found := WORDS.search(text)))
