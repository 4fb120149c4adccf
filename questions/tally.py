"""What an item-writing flaw of many items together is, and the registry in which its count is found."""

from collections.abc import Iterator
from functools import cache
from typing import ClassVar, Protocol, TypeVar

from questions.items import Item
from questions.knowledge import Knowledge
from questions.registry import import_all


class Tally(Protocol):
    """Looks at one item after the other, keeps little, and says in the end what is the matter with all of them."""

    name: ClassVar[str]

    def __init__(self, knowledge: Knowledge) -> None: ...

    def look(self, item: Item) -> None:
        """Count an item."""

    def found(self) -> Iterator[str]:
        """A sentence for each thing that is the matter."""


TALLIES: dict[str, type[Tally]] = {}
T = TypeVar("T", bound=type[Tally])


def tally(kind: T) -> T:
    """Register a count under its name."""
    TALLIES[kind.name] = kind
    return kind


@cache
def all_tallies() -> dict[str, type[Tally]]:
    """Every count, by the name of the flaw."""
    import_all("questions.tallies")
    return dict(sorted(TALLIES.items()))
