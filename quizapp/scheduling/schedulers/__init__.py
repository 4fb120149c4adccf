"""The ways of scheduling there are: an open set. A new one is a new file here with a function marked `@scheduler("name")`."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Final

from questions.registry import import_all
from quizapp.scheduling.cards import Answered

Scheduler = Callable[[Iterable[Answered]], date | None]
"""From the log of one card to the study day it is due; None while no live review is scheduled. Drills move no day."""

SHOWN: Final = "sm2"
"""The one that learners see. A card that is worked out again from its log asks it for the day; an answer takes one step of the same
fold (`cards.answer`), and never reads the log."""

_registered: dict[str, Scheduler] = {}


def scheduler(name: str) -> Callable[[Scheduler], Scheduler]:
    """Register a scheduler under a name that is stored with each review. Raises ValueError for a name that is taken."""

    def register(due: Scheduler) -> Scheduler:
        if name in _registered:
            raise ValueError(f"There are two schedulers named {name!r}.")
        _registered[name] = due
        return due

    return register


@cache
def schedulers() -> Mapping[str, Scheduler]:
    """Every scheduler by name, in the order of the names."""
    import_all(__name__)
    return MappingProxyType(dict(sorted(_registered.items())))
