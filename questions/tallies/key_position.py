"""A place in which the right answer stands more or less often than chance would have it."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from math import sqrt
from typing import ClassVar

from questions.interactions import OneOf, arrange, of_size
from questions.items import Item
from questions.knowledge import Knowledge
from questions.tally import tally

FEWEST_ITEMS, DEVIATIONS, SHARE = 40, 4, 0.05


@tally
class KeyPosition:
    """Single choices by how many options they have; figures stand by their size and are not counted."""

    name: ClassVar[str] = "key_position"

    def __init__(self, knowledge: Knowledge) -> None:
        self.places: dict[int, Counter[int]] = defaultdict(Counter)

    def look(self, item: Item) -> None:
        """Where the key stands in the order that is shown."""
        if isinstance(item.interaction, OneOf) and not of_size(item.interaction.options):
            self.count(arrange(item.interaction, f"{item.objective}/{item.seed}"))

    def count(self, shown: object) -> None:
        """Where the key stands in this order."""
        if isinstance(shown, OneOf):
            place = next(place for place, option in enumerate(shown.options, 1) if option.correct)
            self.places[len(shown.options)][place] += 1

    def found(self) -> Iterator[str]:
        """Each place that is far from its share, by four standard deviations and one item in twenty."""
        for options, places in sorted(self.places.items()):
            items = places.total()
            share, spread = items / options, sqrt(items * (options - 1)) / options
            for place in range(1, options + 1) if items >= FEWEST_ITEMS else ():
                if abs(places[place] - share) > max(DEVIATIONS * spread, SHARE * items):
                    yield f"of {items} keys among {options} options {places[place]} stand in place {place}; by chance it is {share:.0f}"
