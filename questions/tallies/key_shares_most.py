"""Keys that share more words with the other options than chance would have it."""

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from math import sqrt
from statistics import mean, stdev
from typing import ClassVar

from questions.content_words import content_words
from questions.interactions import OneOf, Option
from questions.items import Item
from questions.knowledge import Knowledge
from questions.tally import tally

FEWEST_OBJECTIVES, DEVIATIONS, SHARE = 20, 3, 0.1


@tally
class KeySharesMost:
    """Single choices, each way of asking by itself and each objective counted once in it."""

    name: ClassVar[str] = "key_shares_most"

    def __init__(self, knowledge: Knowledge) -> None:
        self.surplus: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))

    def look(self, item: Item) -> None:
        """How far a reader who picks the option that shares most words with the others does better than chance."""
        if isinstance(item.interaction, OneOf):
            options = item.interaction.options
            self.surplus[item.template][item.objective].append(float(picked_by_sharing(options) - Fraction(1, len(options))))

    def found(self) -> Iterator[str]:
        """Each way of asking in which picking it pays, by three standard errors and ten items in a hundred."""
        for template, objectives in sorted(self.surplus.items()):
            surplus = [mean(of_one) for of_one in objectives.values()]
            if len(surplus) >= FEWEST_OBJECTIVES:
                more = mean(surplus)
                if more > max(SHARE, DEVIATIONS * stdev(surplus) / sqrt(len(surplus))):
                    yield f"in {template} whoever picks what shares most with the others is right {more:.0%} more often than by chance"


def picked_by_sharing(options: tuple[Option, ...]) -> Fraction:
    """How often whoever picks the option that shares most words with the others is right: 0, 1, or a share where several share as many."""
    words = [content_words(option.text) for option in options]
    shared = [sum(len(one & other) for other in words) - len(one) for one in words]
    picked = [option for option, many in zip(options, shared, strict=True) if many == max(shared)]
    return Fraction(sum(option.correct for option in picked), len(picked))
