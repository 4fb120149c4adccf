"""Options that join other options: “A and C”, “liver and lung” beside “liver” and “lung”."""

import re
from collections.abc import Iterator

from questions.flaw import choices, flaw
from questions.items import Item, texts_offered
from questions.knowledge import Knowledge
from questions.spelling import plain

LETTERS = re.compile(
    r"^(?i:both |either |only |options? |answers? )*(\(?([A-E]|[1-5]|I{1,3}|IV|V)\)?)(, \(?([A-E]|[1-5]|I{1,3}|IV|V)\)?)*,? (and|or|&) "
    r"(options? |answers? )?\(?([A-E]|[1-5]|I{1,3}|IV|V)\)?( are (both |all )?(right|correct|true)| only)?\.?$"
)
JOINED = re.compile(r",? and (?:the |an? )?|,? or (?:the |an? )?|, (?:the |an? )?| & | as well as (?:the |an? )?", re.IGNORECASE)


@flaw
def a_and_b_options(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """No option joins others, by their letters or by their words."""
    yield from (f"“{text}” joins other options" for text in texts_offered(item.interaction) if LETTERS.search(text))
    for _, options in choices(item):
        texts = {plain(option.text): option.text for option in options}
        for option in options:
            parts = [plain(part) for part in JOINED.split(option.text.rstrip("."))]
            if len(parts) > 1 and sum(part in texts for part in parts) > 1:
                yield f"“{option.text}” joins other options"
