"""Words of frequency and amount that everybody counts differently."""

import re
from collections.abc import Iterator

from questions.flaw import flaw
from questions.items import Item, texts_offered
from questions.knowledge import Knowledge

WORDS = re.compile(
    r"\b(often|usually|frequently|sometimes|rarely|seldom|occasionally|generally|commonly|mostly|typically|probably|possibly|hardly"
    r"|several|various|numerous|a lot|lots|plenty|a couple|a (large |small |great )?number|quite a few|now and then|as a rule"
    r"|(?<!more )(?<!less )(?<!most )(?<!least )(un)?likely)\b",
    re.IGNORECASE,
)


@flaw
def vague_quantity(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """No option holds often, usually, several and the like: they fit much, and readers differ in what they mean."""
    yield from (f"“{found[0]}” in “{text}”" for text in texts_offered(item.interaction) if (found := WORDS.search(text)))
