"""More than one right answer, or none, where one is asked for."""

from collections.abc import Iterator, Sequence

from questions.flaw import flaw
from questions.interactions import Blank, BowTie, DropDowns, Grid, Linked, NOf, OneOf, Targets, key_ids, right_ones
from questions.items import Item
from questions.knowledge import Knowledge


@flaw
def number_of_keys(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """One of has one key, n of has n, every drop-down and every row of single answers one, and every item at least one."""
    match item.interaction:
        case OneOf(options) if (keys := len(right_ones(options))) != 1:
            yield f"one answer is to be chosen and {keys} are right"
        case NOf(n, options) if (keys := len(right_ones(options))) != n:
            yield f"{n} answers are to be chosen and {keys} are right"
        case DropDowns(blanks):
            yield from _but_for([(blank, 1) for blank in blanks])
        case Linked() as linked:
            yield from _but_for([(linked.cause, 1), *((blank, _twins(blank, linked.effects)) for blank in linked.effects)])
        case BowTie() as bow_tie:
            yield from _but_for(list(zip(bow_tie.sides, (2, 1, 2), strict=True)))
        case Grid(_, rows, True):
            yield from (f"“{row.text}” has {len(row.correct)} right answers" for row in rows if len(row.correct) != 1)
        case _ if not key_ids(item.interaction):
            yield "no answer is right"
        case _:
            pass


def _but_for(wanted: Sequence[tuple[Blank | Targets, int]]) -> Iterator[str]:
    """Each list of which another number of options is right than is wanted."""
    for offered, many in wanted:
        if (keys := len(right_ones(offered.options))) != many:
            yield f"“{offered.label}” has {keys} right answers"


def _twins(blank: Blank, blanks: tuple[Blank, ...]) -> int:
    """In how many places its list stands."""
    return sum(blank.options == other.options for other in blanks)
