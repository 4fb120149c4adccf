"""A body with some regions lit, ready to be shown."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from questions.terms import Term
from quizapp.web.maps.body import BY_ID, FRAME, REGIONS, Region

State = Literal["idle", "named", "lit", "origin"]
LINE = 17
LONGEST_LINE = 11
ROOM = 104
"""How wide a line can be; one of more than so many letters is pressed together."""
MOST_LETTERS = 12
GAP = 9
BESIDE = 108
"""How far from the edge of the frame labels end, or begin on the other side."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A region and how it is shown."""

    region: Region
    state: State


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a name, how far down it stands, and how wide it may be where its own width would be too much."""

    text: str
    y: int
    width: int | None


@dataclass(frozen=True, slots=True)
class Label:
    """A name beside the body, line by line, and the line that leads from it to what it names."""

    lines: tuple[Line, ...]
    x: int
    left: bool
    leader: str
    at: tuple[int, int]
    state: State


@dataclass(frozen=True, slots=True)
class Drawing:
    """Regions in the order in which they are drawn, those that matter last, and their labels."""

    regions: tuple[Shown, ...]
    labels: tuple[Label, ...]


def drawing(terms: Iterable[tuple[Term, State]], names: Mapping[str, str] | None = None) -> Drawing:
    """A body with the regions of terms in these states; labelled with these names by term, not at all where there are none."""
    terms = tuple(terms)
    states = {region: state for term, state in terms for region in term.drawn}
    shown = [Shown(region, states.get(region.id, "idle")) for region in REGIONS]
    return Drawing(tuple(sorted(shown, key=_rank)), _labels(terms, names) if names else ())


def from_to(origins: Iterable[Term], lit: Iterable[Term]) -> list[tuple[Term, State]]:
    """Where it starts, and where it comes to; what is both is shown as where it starts."""
    return [*((term, "lit") for term in lit), *((term, "origin") for term in origins)]


def _rank(shown: Shown) -> int:
    """Bones and outline stay behind what lies before them; what starts is in front of what is lit."""
    behind = shown.region.drawn in ("bones", "outline")
    if behind or shown.state == "idle":
        return 0
    return 1 if shown.region.drawn == "veil" or shown.state == "named" else 2 if shown.state == "lit" else 3


def _labels(terms: Sequence[tuple[Term, State]], names: Mapping[str, str]) -> tuple[Label, ...]:
    """One label a term, at its side of the body, as near to the height of its region as the others let it."""
    wanted = [(names[term.id], BY_ID[term.drawn[0]], state) for term, state in terms if term.drawn and term.drawn[0] in BY_ID]
    return tuple(label for left in (True, False) for label in _column([one for one in wanted if one[1].left is left], left=left))


def _column(wanted: Sequence[tuple[str, Region, State]], *, left: bool) -> list[Label]:
    in_order = sorted(wanted, key=lambda one: one[1].at[1])
    heights = [len(in_lines(name)) * LINE for name, _, _ in in_order]
    tops: list[int] = []
    for (_, region, _), height in zip(in_order, heights, strict=True):
        tops.append(max(region.at[1] - height // 2, tops[-1] + heights[len(tops) - 1] + GAP if tops else 2))
    below = FRAME[1] - 4
    for place in reversed(range(len(tops))):
        tops[place] = min(tops[place], below - heights[place])
        below = tops[place] - GAP
    return [_label(name, region, state, top, left=left) for (name, region, state), top in zip(in_order, tops, strict=True)]


def _label(name: str, region: Region, state: State, top: int, *, left: bool) -> Label:
    lines = in_lines(name)
    middle = top + len(lines) * LINE // 2
    x = BESIDE if left else FRAME[0] - BESIDE
    (across, down) = region.at
    return Label(
        lines=tuple(Line(line, top + place * LINE + 13, ROOM if len(line) > MOST_LETTERS else None) for place, line in enumerate(lines)),
        x=x,
        left=left,
        leader=f"M{x + 5 if left else x - 5} {middle}L{across} {down}",
        at=region.at,
        state=state,
    )


def in_lines(name: str, longest: int = LONGEST_LINE) -> list[str]:
    """A name in lines that are short enough to stand beside the body."""
    lines = [""]
    for word in name.split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) > longest and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
