"""Who did best, who did worst, and who stands between them: the upper and the lower 27 per cent (Kelley 1939)."""

from collections.abc import Sequence
from typing import Final, NamedTuple

EDGES: Final = (73, 27)
"""Where the top group and the middle one begin, in per cent of the ranks from below."""


class Groups(NamedTuple):
    """Places of learners in the row that was grouped, each in one group. A group may be empty where many did equally well."""

    top: frozenset[int]
    middle: frozenset[int]
    bottom: frozenset[int]


def grouped(totals: Sequence[float]) -> Groups:
    """The learners of these totals by rank. Who did equally well is in one group: the higher one (Canvas's rule for its item analysis).

    So the order of the row does not matter.
    """
    ranked = sorted(range(len(totals)), key=lambda place: totals[place])
    starts = [_start([totals[place] for place in ranked], edge) for edge in EDGES]
    top, middle = starts[0], min(starts)
    return Groups(frozenset(ranked[top:]), frozenset(ranked[middle:top]), frozenset(ranked[:middle]))


def _start(ranked: Sequence[float], edge: int) -> int:
    """The rank at which a group begins, counted from below; half a rank is rounded up, ties go up with their best."""
    start = (edge * len(ranked) + 50) // 100
    while 0 < start < len(ranked) and ranked[start - 1] == ranked[start]:
        start -= 1
    return start
