"""How recall fades over the coming days if nothing is reviewed, and what becomes of it if everything is, on time."""

from collections.abc import Sequence
from datetime import date, timedelta
from math import fsum
from typing import NamedTuple

from quizapp.scheduling.recall import GOAL, Memory, recall, remember

KNOWN = 4
"""The grade of whoever knows it."""


class Faded(NamedTuple):
    """What share (0 to 1) is likely known on a day: if nothing is reviewed, and if each is on the day on which it falls to the goal."""

    day: date
    without: float
    with_reviews: float


def fading(memories: Sequence[Memory], today: date, days: Sequence[int], goal: int = GOAL) -> tuple[Faded, ...]:
    """The mean recall of some memories (one or more) so many days ahead (0 up, rising).

    With reviews each is reviewed on the day on which its recall falls to the goal (whole percent; today if it has), and known then: what
    FSRS-6 expects of a learner who does what is due. On the day of a review recall is 1. Source: FSRS-6 (see `recall`), arithmetic mean.
    """
    kept = list(memories)
    found = []
    for day in (today + timedelta(days=ahead) for ahead in days):
        kept = [_reviewed(memory, today, day, goal) for memory in kept]
        found.append(Faded(day, _mean(memories, day), _mean(kept, day)))
    return tuple(found)


def _reviewed(memory: Memory, today: date, day: date, goal: int) -> Memory:
    """The memory after the reviews that are due up to a day."""
    while (due := max(_falls_to(memory, goal), today)) <= day:
        memory = remember(memory, KNOWN, due, goal)
    return memory


def _falls_to(memory: Memory, goal: int) -> date:
    """The day on which a memory is to be reviewed; of what was only practised, a day after."""
    return memory.due or memory.day + timedelta(days=1)


def _mean(memories: Sequence[Memory], day: date) -> float:
    return fsum(recall(memory, day) for memory in memories) / len(memories)
