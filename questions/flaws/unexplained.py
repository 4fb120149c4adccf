"""Something offered without a reason from facts (ITEMS.md §6)."""

from collections.abc import Iterator

from questions.flaw import choices, flaw
from questions.interactions import Grid, Order
from questions.items import Item
from questions.knowledge import Knowledge


@flaw
def unexplained(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """Every option, row and step has a reason, and facts that it rests on."""
    match item.interaction:
        case Grid(_, rows, _):
            offered = [(row.text, row.why, row.facts) for row in rows]
        case Order(steps):
            offered = [(step.text, step.why, step.facts) for step in steps]
        case _:
            offered = [(option.text, option.why, option.facts) for _, options in choices(item) for option in options]
    yield from (f"“{text}” has no reason from facts" for text, why, facts in offered if not why.strip() or not facts)
