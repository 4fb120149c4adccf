"""Whether the items of a quiz leave each other to be answered."""

from collections.abc import Sequence
from itertools import permutations

from questions.giving_away import kept_apart, tells
from questions.items import Item
from questions.knowledge import Knowledge


def given_away(items: Sequence[Item], knowledge: Knowledge) -> list[str]:
    """How one of the items gives another away, for each pair of which it does, in the order in which they stand."""
    pairs = permutations(items, 2)
    return [how for one, other in pairs if (how := kept_apart(one, other, knowledge) or tells(one, other, knowledge))]
