"""Words in the stem that the question does not need."""

import re
from collections.abc import Iterator

from questions.flaw import flaw, without_aside
from questions.items import Item
from questions.knowledge import Knowledge

MOST_WORDS = 45
FILLERS = re.compile(
    r"\b(which (one )?of the following|the following (options|answers|statements)|please|as (we|you|everyone|everybody) (all )?knows?"
    r"|as is (well )?known|it is (well )?known( that)?|needless to say|of course|obviously|basically|actually|really"
    r"|in order to|due to the fact that|at this point in time|it should be noted|note that|interestingly"
    r"|in the (context|case|field|area) of"
    r"|when it comes to|in terms of|read the (question|text) carefully|think carefully|from the (list|options) below)\b",
    re.IGNORECASE,
)


@flaw
def needless_words(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """The stem holds no filler, says nothing twice, and is no longer than a question with its case needs to be."""
    stem = without_aside(item.stem)
    yield from (f"“{found[0]}” in “{stem}” can go" for found in FILLERS.finditer(re.sub(r"“[^”]*”", "“”", stem)))
    if (words := len(stem.split())) > MOST_WORDS:
        yield f"the stem has {words} words; at most {MOST_WORDS} are needed"
    sentences = [sentence.strip().casefold() for sentence in re.split(r"(?<=[.?!])\s", stem) if sentence.strip()]
    yield from (f"“{sentence}” stands twice" for sentence in dict.fromkeys(sentences) if sentences.count(sentence) > 1)
