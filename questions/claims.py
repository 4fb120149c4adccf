"""What can be said of two things, and how it stands with the facts."""

from enum import StrEnum
from typing import NamedTuple


class Claim(NamedTuple):
    """Says that a subject stands in a relation to an object; ids of terms, facts or stated values. `denied` turns it round."""

    subject: str
    predicate: str
    object: str
    denied: bool = False


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
