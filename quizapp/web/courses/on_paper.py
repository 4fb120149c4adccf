"""Questions as they are printed: what is offered has letters, and each thing to answer a place on the answer sheet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from string import ascii_uppercase
from typing import assert_never

from questions.interactions import (
    AnyOf,
    Blank,
    BowTie,
    Column,
    DropDowns,
    Grid,
    Highlight,
    Linked,
    NOf,
    Number,
    OneOf,
    Option,
    Order,
    Step,
    TypedText,
)
from questions.items import Item
from questions.scoring import exam_maximum
from quizapp.web.wording import gettext as _
from quizapp.web.wording import ngettext


@dataclass(frozen=True, slots=True)
class Lettered:
    """Something that can be chosen."""

    letter: str
    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the answer sheet: what it is for ("" where the question has one place), letters to mark, or so many boxes or a line to
    write in, and the right answer."""

    label: str
    text: str
    letters: tuple[str, ...]
    boxes: int
    key: str


@dataclass(frozen=True, slots=True)
class OnPaper:
    """A printed question: lists of what is offered, each under a heading ("" for none), and places for what is answered.

    Of a text to mark the letters stand before the pieces of `text`.
    """

    number: int
    stem: str
    how: str
    lists: tuple[tuple[str, tuple[Lettered, ...]], ...]
    places: tuple[Place, ...]
    marks: int
    objective: str
    aim: str
    running: bool = False

    @property
    def labelled(self) -> bool:
        """Whether its places are told apart by what they are for."""
        return any(place.text for place in self.places)


def on_paper(item: Item, number: int) -> OnPaper:
    """A question of a printed test, as it is arranged."""
    how, lists, places, running = _laid_out(item)
    marks = exam_maximum(item.interaction)
    return OnPaper(number, item.stem, how, tuple(lists), tuple(places), marks, item.objective, item.aim, running)


Lists = Sequence[tuple[str, tuple[Lettered, ...]]]


def _laid_out(item: Item) -> tuple[str, Lists, Sequence[Place], bool]:
    match item.interaction:
        case OneOf(options):
            return _("Mark one letter."), [("", _lettered(options))], [_choice(options)], False
        case AnyOf(options):
            return _("Mark every letter that is right."), [("", _lettered(options))], [_choice(options)], False
        case NOf(n, options):
            return ngettext("Mark %(num)d letter.", "Mark %(num)d letters.", n), [("", _lettered(options))], [_choice(options)], False
        case Grid() as grid:
            how = _("Mark one letter in each row.") if grid.one_per_row else _("Mark every letter that is right, in each row.")
            return how, [("", _lettered(grid.columns))], _rows(grid), False
        case DropDowns(blanks) | Linked(blanks):
            return _("Mark one letter for each number."), _lists(blanks), _blanks(blanks), False
        case BowTie() as bow_tie:
            return _("Mark one letter for each number."), _lists(bow_tie.blanks), _blanks(bow_tie.blanks), False
        case Highlight() as highlight:
            return _("Mark the letter of every part that is right."), _pieces(highlight), [_choice(highlight.segments)], True
        case Order(steps):
            return _("Write the letters in the right order."), [("", _lettered(steps))], [_order(steps)], False
        case TypedText(accepted):
            return _("Write the answer."), [], [Place("", "", (), 0, " / ".join(one.text for one in accepted))], False
        case Number(key, unit=unit):
            how = _("Write the figure, in %(unit)s.", unit=unit) if unit else _("Write the figure.")
            return how, [], [Place("", "", (), 0, key.text)], False
        case _:
            assert_never(item.interaction)


def _letter(place: int) -> str:
    """A to Z, then AA to AZ and so on."""
    before, last = divmod(place, len(ascii_uppercase))
    return (_letter(before - 1) if before else "") + ascii_uppercase[last]


def _letters(things: Sequence[object]) -> tuple[str, ...]:
    return tuple(_letter(place) for place in range(len(things)))


def _lettered(things: Iterable[Option | Step | Column]) -> tuple[Lettered, ...]:
    return tuple(Lettered(_letter(place), one.text) for place, one in enumerate(things))


def _right(options: Iterable[Option], between: str) -> str:
    return between.join(_letter(place) for place, one in enumerate(options) if one.correct)


def _choice(options: Sequence[Option]) -> Place:
    return Place("", "", _letters(options), 0, _right(options, " "))


def _rows(grid: Grid) -> list[Place]:
    ids = [column.id for column in grid.columns]
    return [
        Place(str(number), row.text, _letters(ids), 0, " ".join(_letter(place) for place, id in enumerate(ids) if id in row.correct))
        for number, row in enumerate(grid.rows, 1)
    ]


def _blanks(blanks: Sequence[Blank]) -> list[Place]:
    """A list that is shared by several places has several right letters, each of them once."""
    return [
        Place(str(number), blank.label, _letters(blank.options), 0, _right(blank.options, " / ")) for number, blank in enumerate(blanks, 1)
    ]


def _lists(blanks: Sequence[Blank]) -> list[tuple[str, tuple[Lettered, ...]]]:
    """Each list once, with the numbers of the places that it is for; none where it is for all."""
    found: dict[tuple[Lettered, ...], list[str]] = {}
    for number, blank in enumerate(blanks, 1):
        found.setdefault(_lettered(blank.options), []).append(str(number))
    if len(found) == 1:
        return [("", list_) for list_ in found]
    return [(_("For %(numbers)s:", numbers=", ".join(numbers)), list_) for list_, numbers in found.items()]


def _pieces(highlight: Highlight) -> list[tuple[str, tuple[Lettered, ...]]]:
    """Blocks with their pieces, whose letters go on from block to block."""
    letters = iter(_letters(highlight.segments))
    return [(block.label, tuple(Lettered(next(letters), one.text) for one in block.segments)) for block in highlight.blocks]


def _order(steps: Sequence[Step]) -> Place:
    in_order = sorted(range(len(steps)), key=lambda place: steps[place].position)
    return Place("", "", (), len(steps), " ".join(_letter(place) for place in in_order))
