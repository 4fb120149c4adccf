"""What keys share with the other options; each item is one of an objective of its own."""

from dataclasses import replace

from questions.interactions import Interaction
from questions.items import Item
from tests.questions.making import any_of, item, one_of

MIDDLE = one_of(["*Sodium is lowered", "Sodium is raised", "Potassium is lowered", "Calcium is lowered"])
ASIDE = one_of(["*Sodium is raised", "Sodium is lowered", "Potassium is lowered", "Calcium is lowered"])
SQUARE = one_of(["*Sodium is lowered", "Sodium is raised", "Potassium is lowered", "Potassium is raised"])


def _of_many(*interactions: Interaction, times: int = 30) -> list[Item]:
    return [
        replace(item("What is it?", one), objective=f"{number}/{place}")
        for number in range(times)
        for place, one in enumerate(interactions)
    ]


CAUGHT = [_of_many(MIDDLE), _of_many(MIDDLE, MIDDLE, ASIDE), _of_many(MIDDLE, SQUARE)]
PASSED = [
    _of_many(MIDDLE, ASIDE, ASIDE, ASIDE),
    _of_many(SQUARE),
    _of_many(ASIDE),
    _of_many(MIDDLE, times=10),
    _of_many(any_of(["*Sodium is lowered", "Sodium is raised", "Potassium is lowered"])),
    [replace(one, objective="the same") for one in _of_many(MIDDLE)],
]
