"""What a fact says to somebody who reads: the closed set of shapes. Match on all of them and end with `assert_never`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence; `lead` is the term that it explains, where it explains one; `asks` is whether it is a question to take along."""

    text: str
    lead: str = ""
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Steps:
    """Steps in their order."""

    title: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """A table of two columns: what stands in front, and all that belongs to it."""

    title: str
    heads: tuple[str, str]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Sides:
    """Things that are confused, side by side, each with what is true of it."""

    title: str
    sides: tuple[tuple[str, tuple[str, ...]], ...]


Passage = Saying | Steps | Rows | Sides
