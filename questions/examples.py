"""Situations and signs in our own words, each of which belongs to one term and is refuted for terms that are apart from it."""

from collections.abc import Iterable

from msgspec import Struct

from questions.claims import Claim
from questions.knowledge import Knowledge
from questions.matters import Entry, Heading, Sorting
from questions.sorting import entry_of, heading_of, meaning_told

IS_A = "is a case of"


class Example(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A situation in our own words, the member (or side) that it belongs to, and why; `also_fits` names others that it may fit."""

    id: str
    text: str
    of: str
    why: str
    also_fits: tuple[str, ...] = ()


def case_refutes(fact: str, cases: Iterable[Example], claim: Claim, knowledge: Knowledge) -> str:
    """Rule (c): a situation that belongs to one term does not belong to a term apart from it, unless it is marked as fitting both."""
    case = next((case for case in cases if f"{fact}.{case.id}" == claim.subject), None)
    if case is None or claim.object in case.also_fits:
        return ""
    return "c" if knowledge.are_apart(case.of, claim.object) else ""


def case_sorting(
    fact: str,
    cases: tuple[Example, ...],
    members: tuple[str, ...],
    one: str,
    asks: tuple[str, str, str],
    knowledge: Knowledge,
    tells: str = "",
) -> Sorting:
    """Situations under the terms that they belong to; `asks` are the stems for the heading, for the entry and for the whole.

    `tells` (with {heading}) says that a situation belongs to a term, where “This is …” does not fit.
    """
    return Sorting(
        headings=tuple(_heading(member, knowledge) for member in members),
        entries=tuple(_entry(fact, case, members, knowledge, tells) for case in cases),
        focus=tuple(f"{fact}.{case.id}" for case in cases),
        toward="both",
        one=one,
        asks_heading=asks[0],
        asks_entry=asks[1],
        asks_all=asks[2],
        asks_two=knowledge.say("Which two of these fit “{{heading}}”?"),
        asks_some=knowledge.say("Which of these fit “{{heading}}”?"),
    )


def _heading(member: str, knowledge: Knowledge) -> Heading:
    return heading_of(member, meaning_told(member, knowledge.meaning_of(member), knowledge), knowledge)


def _entry(fact: str, case: Example, members: tuple[str, ...], knowledge: Knowledge, tells: str) -> Entry:
    spoken = knowledge.terms[case.of].spoken
    told = f"{tells.format(heading=spoken)} {case.why}" if tells else knowledge.say("This is {term}. {why}", term=spoken, why=case.why)
    claims = {member: Claim(f"{fact}.{case.id}", IS_A, member) for member in members}
    return entry_of(f"{fact}.{case.id}", case.text, told, claims, knowledge)
