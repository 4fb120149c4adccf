"""What leads where, as curves between two columns of names."""

from dataclasses import dataclass

from questions.mapping import MapTable
from questions.terms import Term
from questions.wording import sentence
from quizapp.web.maps.drawing import in_lines

ROW = 34
LINE = 14
LONGEST_NAME = 12
LEFT, RIGHT = 134, 246


@dataclass(frozen=True, slots=True)
class Node:
    """A name in one of the columns, line by line with how far down each stands, and whether it belongs to what was chosen."""

    lines: tuple[tuple[str, int], ...]
    on: bool


@dataclass(frozen=True, slots=True)
class Graph:
    """Both columns, the curves that belong to what was chosen and the others, and how high it all is."""

    lefts: tuple[Node, ...]
    rights: tuple[Node, ...]
    chosen: tuple[str, ...]
    others: tuple[str, ...]
    height: int


def graph_of(table: MapTable, subject: str = "", whole: str = "") -> Graph:
    """The graph of a table where a subject, an object or nothing is chosen."""
    subjects, wholes = [row.subject for row in table.rows], list(table.wholes)
    height = ROW * max(len(subjects), len(wholes)) + 8
    left = {term.id: _y(place, len(subjects), height) for place, term in enumerate(subjects)}
    right = {term.id: _y(place, len(wholes), height) for place, term in enumerate(wholes)}
    chosen = {lead for lead in table.leads if subject == lead[0] or whole == lead[1]}
    on = {end for lead in chosen for end in lead} | {subject, whole}
    curves = {lead: _curve(left[lead[0]], right[lead[1]]) for lead in sorted(table.leads)}
    return Graph(
        tuple(_node(term, left[term.id], term.id in on) for term in subjects),
        tuple(_node(term, right[term.id], term.id in on) for term in wholes),
        tuple(curve for lead, curve in curves.items() if lead in chosen),
        tuple(curve for lead, curve in curves.items() if lead not in chosen),
        height,
    )


def _node(term: Term, middle: int, on: bool) -> Node:
    lines = in_lines(sentence(term.name), LONGEST_NAME)
    first = middle + 5 - LINE * (len(lines) - 1) // 2
    return Node(tuple((line, first + place * LINE) for place, line in enumerate(lines)), on)


def _y(place: int, of: int, height: int) -> int:
    return round((place + 0.5) * height / of)


def _curve(start: int, end: int) -> str:
    across, down = RIGHT - LEFT, end - start
    return f"M{LEFT} {start}c{across // 2} 0 {across // 2} {down} {across} {down}"
