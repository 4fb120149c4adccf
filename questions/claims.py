"""What can be said of two things, and how it stands with the facts."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple


class Claim(NamedTuple):
    """Says that a subject stands in a relation to an object; ids of terms, facts or stated values. `denied` turns it round.

    `also` holds further objects to which it is said to stand in that relation, all at once.
    """

    subject: str
    predicate: str
    object: str
    denied: bool = False
    also: tuple[str, ...] = ()


class Verdict(StrEnum):
    """How a claim stands with a bank: it follows, its opposite follows, or neither."""

    ENTAILED = "entailed"
    CONTRADICTED = "contradicted"
    UNKNOWN = "unknown"


class Ruling(NamedTuple):
    """A verdict, the ids of the facts that settle it, and which rule of ITEMS.md §3 did: "stated", "a" to "f", or ""."""

    verdict: Verdict
    facts: tuple[str, ...] = ()
    rule: str = ""


UNSETTLED = Ruling(Verdict.UNKNOWN)


def turned_round(ruling: Ruling) -> Ruling:
    """The ruling on the opposite of a claim."""
    opposite = {Verdict.ENTAILED: Verdict.CONTRADICTED, Verdict.CONTRADICTED: Verdict.ENTAILED, Verdict.UNKNOWN: Verdict.UNKNOWN}
    return ruling._replace(verdict=opposite[ruling.verdict])


def taken_together(rulings: Sequence[Ruling]) -> Ruling:
    """The ruling on several claims made at once: they hold if each does, and fail if one of them does."""
    if failing := next((ruling for ruling in rulings if ruling.verdict is Verdict.CONTRADICTED), None):
        return failing
    if any(ruling.verdict is Verdict.UNKNOWN for ruling in rulings):
        return UNSETTLED
    return Ruling(Verdict.ENTAILED, tuple(dict.fromkeys(fact for ruling in rulings for fact in ruling.facts)), "stated")
