"""Where keys stand; the items are shown in an order that their seeds draw."""

from dataclasses import replace

from questions.interactions import OneOf, arrange
from questions.items import Item
from tests.questions.making import item, one_of

PLACES = one_of(["*Liver", "Lung", "Skin", "Bone"])


def _asked(many: int, places: tuple[int, ...]) -> list[Item]:
    """So many items whose keys are shown in these places."""
    found: list[Item] = []
    for seed in range(100_000):
        one = replace(item("Where?", PLACES), seed=str(seed))
        shown = arrange(PLACES, f"{one.objective}/{one.seed}")
        assert isinstance(shown, OneOf)
        if [option.correct for option in shown.options].index(True) in places:
            found.append(one)
        if len(found) == many:
            return found
    raise AssertionError("the places never come up")


CAUGHT = [_asked(100, (0,)), _asked(100, (1, 2)), _asked(100, (0, 1, 2))]
PASSED = [
    _asked(100, (0, 1, 2, 3)),
    _asked(20, (0,)),
    [replace(item("How many?", one_of(["*5 %", "15 %", "25 %"])), seed=str(seed)) for seed in range(100)],
]
