"""Entries and headings as the bank settles them: where an entry belongs, where it provably does not, and what a heading is."""

from collections.abc import Mapping

from questions.claims import Claim, Verdict
from questions.knowledge import Knowledge
from questions.matters import Entry, Heading
from questions.wording import sentence, within


def entry_of(id: str, text: str, told: str, claims: Mapping[str, Claim], knowledge: Knowledge, refuted_by: tuple[str, ...] = ()) -> Entry:
    """An entry with a claim for each heading's id; `refuted_by` are facts on which a refutation rests besides those that settle it."""
    rulings = {heading: knowledge.settle(claim) for heading, claim in claims.items()}
    return Entry(
        id=id,
        text=sentence(text),
        told=told,
        claims=dict(claims),
        homes={heading: ruling.facts for heading, ruling in rulings.items() if ruling.verdict is Verdict.ENTAILED},
        against={heading: (*ruling.facts, *refuted_by) for heading, ruling in rulings.items() if ruling.verdict is Verdict.CONTRADICTED},
    )


def heading_of(term_id: str, told: str, knowledge: Knowledge) -> Heading:
    """A term as a heading; `told` is a sentence that tells what it is."""
    term = knowledge.terms[term_id]
    return Heading(term.id, sentence(term.name), term.spoken, told, knowledge.spelled(term.id))


def meaning_told(term_id: str, meaning: str, knowledge: Knowledge) -> str:
    """A term with its meaning, as a heading tells it; "" where the bank gives none."""
    return f"{sentence(knowledge.terms[term_id].name)}: {within(meaning)}." if meaning else ""
