"""Options of which one takes in another."""

import re
from collections.abc import Iterator
from itertools import combinations

from questions.flaw import choices, flaw
from questions.interactions import OneOf, Option
from questions.items import Item
from questions.knowledge import Knowledge

NUMBER = r"(\d[\d,]*(?:\.\d+)?)"
RANGE = re.compile(rf"^\D{{0,12}}?{NUMBER}\s*(?:%|[^\W\d]*)\s*(?:to|–|-|and|through)\s*{NUMBER}\b", re.IGNORECASE)


@flaw
def overlapping_options(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """No two options of a single choice overlap: none is part of another, and no two ranges touch."""
    if not isinstance(item.interaction, OneOf):
        return
    for _, options in choices(item):
        for one, other in combinations(options, 2):
            if _touch(one, other) or one.id in knowledge.line_of(other.id) or other.id in knowledge.line_of(one.id):
                yield f"“{one.text}” and “{other.text}” overlap"


def _touch(one: Option, other: Option) -> bool:
    """Whether both are ranges that share a number."""
    a, b = _range(one.text), _range(other.text)
    return a is not None and b is not None and a[0] <= b[1] and b[0] <= a[1]


def _range(text: str) -> tuple[float, float] | None:
    found = RANGE.search(text)
    if not found:
        return None
    low, high = (float(number.replace(",", "")) for number in found.groups())
    return (low, high) if low <= high else None
