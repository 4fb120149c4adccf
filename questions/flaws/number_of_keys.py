"""More than one right answer, or none, where one is asked for."""

from collections.abc import Iterator

from questions.flaw import flaw
from questions.interactions import Blank, BowTie, DropDowns, Grid, Linked, NOf, OneOf, Option, key_ids
from questions.items import Item
from questions.knowledge import Knowledge


@flaw
def number_of_keys(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """One of has one key, n of has n, every drop-down and every row of single answers one, and every item at least one."""
    match item.interaction:
        case OneOf(options) if (right := _right(options)) != 1:
            yield f"one answer is to be chosen and {right} are right"
        case NOf(n, options) if (right := _right(options)) != n:
            yield f"{n} answers are to be chosen and {right} are right"
        case DropDowns(blanks):
            yield from (f"“{blank.label}” has {right} right answers" for blank in blanks if (right := _right(blank.options)) != 1)
        case Linked() as linked:
            wanted = [(linked.cause, 1), *((blank, _twins(blank, linked.effects)) for blank in linked.effects)]
            yield from (f"“{blank.label}” has {right} right answers" for blank, many in wanted if (right := _right(blank.options)) != many)
        case BowTie() as bow_tie:
            wanted_of = zip(bow_tie.sides, (2, 1, 2), strict=True)
            yield from (f"“{side.label}” has {right} right answers" for side, many in wanted_of if (right := _right(side.options)) != many)
        case Grid(_, rows, True):
            yield from (f"“{row.text}” has {len(row.correct)} right answers" for row in rows if len(row.correct) != 1)
        case _ if not key_ids(item.interaction):
            yield "no answer is right"
        case _:
            pass


def _twins(blank: Blank, blanks: tuple[Blank, ...]) -> int:
    """In how many places its list stands."""
    return sum(blank.options == other.options for other in blanks)


def _right(options: tuple[Option, ...]) -> int:
    return sum(option.correct for option in options)
