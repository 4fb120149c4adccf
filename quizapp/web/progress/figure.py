"""A figure: one sentence that says it, a picture that shows it, and a table that holds it."""

from dataclasses import dataclass
from typing import assert_never

from quizapp.web.quiz_offers import QuizOffer

WIDTH = 360
"""Of every drawing, in units that come to about a pixel on a phone, so that its words stay readable there."""


@dataclass(frozen=True, slots=True)
class Label:
    """A word in a drawing, where it stands, and which of its ends stands there."""

    x: float
    y: float
    text: str
    anchor: str = "start"


@dataclass(frozen=True, slots=True)
class Key:
    """What a path of this kind stands for."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """Paths by their kind, which the style sheet paints, and words beside them; `keys` say what the kinds stand for."""

    height: float
    paths: tuple[tuple[str, str], ...]
    labels: tuple[Label, ...]
    keys: tuple[Key, ...] = ()
    above: float = 0  # how much room there is over the drawing for words


@dataclass(frozen=True, slots=True)
class Track:
    """A named share (0 to 1) with what it comes to in words, a mark on its way, where it leads; faint where it says little."""

    name: str
    words: str
    share: float
    mark: float | None = None
    href: str = ""
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Tracks:
    """Shares one under the other; `mark` says what the marks stand for."""

    tracks: tuple[Track, ...]
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """What the picture shows, in numbers: heads of columns, and rows that each begin with their own head."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Link:
    """What can be done about it."""

    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Begin:
    """A quiz about it that is begun at once."""

    words: str
    quiz: QuizOffer


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. Where there is nothing to show yet it has no picture and no table, and its message says what to do next."""

    id: str
    title: str
    message: str
    picture: Drawing | Tracks | None = None
    table: Table | None = None
    note: str = ""
    links: tuple[Link, ...] = ()
    quiz: Begin | None = None


def shape(picture: Drawing | Tracks) -> str:
    """The name of the macro, in templates/progress/figures.html, that shows a picture of this kind."""
    match picture:
        case Drawing():
            return "drawing"
        case Tracks():
            return "tracks"
        case _:
            assert_never(picture)
