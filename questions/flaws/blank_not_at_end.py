"""A gap within the stem."""

import re
from collections.abc import Iterator

from questions.flaw import choices, flaw, without_aside
from questions.items import Item
from questions.knowledge import Knowledge

BLANK = re.compile(r"_{2,}|\.{4,}|…|\[\s*(blank|gap)?\s*\]", re.IGNORECASE)


@flaw
def blank_not_at_end(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """A gap that is to be filled stands at the end of what asks for it."""
    for asked in dict.fromkeys((item.stem, *(asked for asked, _ in choices(item)))):
        within = without_aside(asked).rstrip(' .?!”"')
        if any(gap.end() < len(within) for gap in BLANK.finditer(within)):
            yield f"a gap stands within “{asked}”; put it at the end, or ask a question"
