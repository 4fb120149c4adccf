"""How long keys are; each item is one of an objective of its own."""

from dataclasses import replace

from questions.interactions import Interaction
from questions.items import Item
from tests.questions.making import any_of, item, one_of

LONGEST = one_of(["*In the liver", "In the lung", "In the skin"])
SHORTEST = one_of(["*In the lung", "In the liver", "In the kidney"])
ALIKE = one_of(["*In the lung", "In the skin", "In the bone"])


def _of_many(*interactions: Interaction, times: int = 30) -> list[Item]:
    return [
        replace(item("Where?", one), objective=f"{number}/{place}") for number in range(times) for place, one in enumerate(interactions)
    ]


CAUGHT = [_of_many(LONGEST), _of_many(LONGEST, LONGEST, SHORTEST), _of_many(LONGEST, ALIKE)]
PASSED = [
    _of_many(LONGEST, SHORTEST, SHORTEST),
    _of_many(ALIKE),
    _of_many(SHORTEST),
    _of_many(LONGEST, times=10),
    _of_many(any_of(["*In the liver", "*In the lungs", "In the skin", "In a bone"])),
    [replace(one, objective="the same") for one in _of_many(LONGEST)],
]
