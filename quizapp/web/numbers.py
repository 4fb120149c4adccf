"""Numbers that people send: none larger than a database counts, so that there is no such page rather than a fault."""

from typing import Any

from werkzeug.routing import IntegerConverter

LARGEST = 2**31 - 1


class Number(IntegerConverter):
    """`<int:…>` in an address."""

    def __init__(self, map: Any) -> None:
        super().__init__(map, max=LARGEST)


def number(text: str) -> int:
    """The number that a field of a form holds. Raises ValueError."""
    found = int(text)
    if abs(found) > LARGEST:
        raise ValueError(f"{len(text)} digits are too many.")
    return found
