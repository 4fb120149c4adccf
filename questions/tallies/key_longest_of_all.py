"""Keys that are the longest option more often than chance would have it."""

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from math import sqrt
from statistics import mean, stdev
from typing import ClassVar

from questions.interactions import OneOf, Option
from questions.items import Item
from questions.knowledge import Knowledge
from questions.tally import tally

FEWEST_OBJECTIVES, DEVIATIONS, SHARE = 20, 3, 0.05


@tally
class KeyLongestOfAll:
    """Single choices, each objective counted once: variants of one question are not independent of each other."""

    name: ClassVar[str] = "key_longest_of_all"

    def __init__(self, knowledge: Knowledge) -> None:
        self.surplus: dict[str, list[float]] = defaultdict(list)

    def look(self, item: Item) -> None:
        """How far a reader who picks the longest option does better than chance."""
        if isinstance(item.interaction, OneOf):
            options = item.interaction.options
            self.surplus[item.objective].append(float(picked_by_length(options) - Fraction(1, len(options))))

    def found(self) -> Iterator[str]:
        """Whether picking the longest pays, by three standard errors and five items in a hundred."""
        surplus = [mean(of_one) for of_one in self.surplus.values()]
        if len(surplus) >= FEWEST_OBJECTIVES:
            more = mean(surplus)
            if more > max(SHARE, DEVIATIONS * stdev(surplus) / sqrt(len(surplus))):
                yield f"whoever picks the longest option is right {more:.0%} more often than by chance; shorten keys"


def picked_by_length(options: tuple[Option, ...]) -> Fraction:
    """How often whoever picks the longest option is right: 0, 1, or a share where others are as long."""
    longest = max(len(option.text) for option in options)
    picked = [option for option in options if len(option.text) == longest]
    return Fraction(sum(option.correct for option in picked), len(picked))
