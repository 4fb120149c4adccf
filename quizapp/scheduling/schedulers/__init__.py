"""The ways of scheduling there are: an open set. A new one is a new file here with a function marked `@scheduler("name")`."""

from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from questions.registry import import_all
from quizapp.scheduling.cards import Due

Scheduler = Due
"""From what a card comes to, right after a review, to the study day it is due; None while no review is live. Both memories stand in
the card, so that a learner can go from one scheduler to another at once."""

USUAL: Final = "sm2"
"""The one that counts for whoever chose none."""

_registered: dict[str, Scheduler] = {}


def scheduler(name: str) -> Callable[[Scheduler], Scheduler]:
    """Register a scheduler under a name that is stored with each review. Raises ValueError for a name that is taken."""

    def register(due: Scheduler) -> Scheduler:
        if name in _registered:
            raise ValueError(f"There are two schedulers named {name!r}.")
        _registered[name] = due
        return due

    return register


def due_by(name: str) -> Scheduler:
    """The scheduler of this name; the usual one where this program has it no more."""
    return schedulers().get(name, schedulers()[USUAL])


@cache
def schedulers() -> Mapping[str, Scheduler]:
    """Every scheduler by name, in the order of the names."""
    import_all(__name__)
    return MappingProxyType(dict(sorted(_registered.items())))
