"""Two options that read the same."""

from collections.abc import Iterator

from questions.flaw import choices, flaw
from questions.interactions import Grid, Order
from questions.items import Item
from questions.knowledge import Knowledge
from questions.spelling import plain


@flaw
def same_text(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """Options, rows or steps of one item differ in more than marks and capitals."""
    match item.interaction:
        case Grid(_, rows, _):
            sets = [[row.text for row in rows]]
        case Order(steps):
            sets = [[step.text for step in steps]]
        case _:
            sets = [[option.text for option in options] for _, options in choices(item)]
    for texts in sets:
        read = [plain(text) for text in texts]
        yield from (f"“{text}” stands twice" for text in dict.fromkeys(read) if read.count(text) > 1)
