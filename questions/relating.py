"""Relations in words and as options: what stands on either side, and why."""

from collections.abc import Iterable, Iterator
from typing import Literal

from questions.choosing import mean
from questions.claims import Claim, Verdict
from questions.fact import Stated
from questions.interactions import Option
from questions.knowledge import Knowledge
from questions.wording import listed, sentence


def objects_of(predicate: str, knowledge: Knowledge) -> tuple[str, ...]:
    """Every term of the kinds that stand on the right of a predicate, in the bank's order of terms."""
    return _like({stated.claim.object for stated, _ in knowledge.stated_claims() if stated.claim.predicate == predicate}, knowledge)


def subjects_of(predicate: str, knowledge: Knowledge) -> tuple[str, ...]:
    """Every term of the kinds that stand on the left of a predicate, in the bank's order of terms."""
    return _like({stated.claim.subject for stated, _ in knowledge.stated_claims() if stated.claim.predicate == predicate}, knowledge)


def option_of(claim: Claim, side: Literal["subject", "object"], knowledge: Knowledge) -> Option:
    """One side of a claim as an option, with a rationale from the facts that settle it."""
    ruling = knowledge.settle(claim)
    correct = ruling.verdict is Verdict.ENTAILED
    term, other = (claim.subject, claim.object) if side == "subject" else (claim.object, claim.subject)
    return Option(
        id=term,
        text=sentence(veil(term, other, knowledge) or knowledge.terms[term].name),
        correct=correct,
        why=why_of(claim, correct, knowledge),
        facts=ruling.facts,
        claim=claim,
    )


def why_of(claim: Claim, correct: bool, knowledge: Knowledge) -> str:
    """Why what a claim says of two terms is right, or is not. Raises KeyError if it is about something else than terms."""
    subject, object = knowledge.terms[claim.subject].spoken, knowledge.terms[claim.object].spoken
    if not correct:
        reasons = (knowledge.facts[fact].reason_against() for fact in knowledge.settle(claim).facts)
        return denied_in_words(claim.subject, claim.predicate, object, knowledge, next(filter(None, reasons), ""))
    return sentence(knowledge.predicates[claim.predicate].says.format(subject=subject, object=object)) + "."


def row_in_words(subject: str, predicate: str, knowledge: Knowledge) -> str:
    """All that facts state of a subject, in a sentence: "For thyroid cancer the article lists …"; "" if they state nothing of it."""
    return in_words(subject, predicate, knowledge.statements(subject, predicate), knowledge)


def in_words(subject: str, predicate: str, statements: Iterable[Stated], knowledge: Knowledge) -> str:
    """These statements about a subject in a sentence, "" of none."""
    named, says = _named(statements, knowledge), knowledge.predicates[predicate].says
    return sentence(says.format(subject=knowledge.terms[subject].spoken, object=named)) + "." if named else ""


def denied_in_words(subject: str, predicate: str, objects: str, knowledge: Knowledge, because: str = "") -> str:
    """That a subject lacks what is named, and why, or else what facts state of it: "… does not list the brain; it lists …"."""
    wording, row = knowledge.predicates[predicate], _named(knowledge.statements(subject, predicate), knowledge)
    denied = sentence(wording.denies.format(subject=knowledge.terms[subject].spoken, object=objects))
    if because:
        return f"{denied}: {because}."
    if row and wording.instead:
        return f"{denied}; {wording.instead.format(object=row)}."
    return f"{denied}. {row_in_words(subject, predicate, knowledge)}".rstrip()


def name_of(stated: Stated, knowledge: Knowledge, *, alone: bool = False) -> str:
    """The object of a statement as it stands in a sentence, or alone (without its article); with its qualifier in brackets."""
    term = knowledge.terms[stated.claim.object]
    name = term.name if alone else term.spoken
    return f"{name} ({stated.qualifier})" if stated.qualifier else name


def veil(term: str, other: str, knowledge: Knowledge) -> str:
    """The veiled name of a term whose full one shares a word with the other side of the claim, else ""."""
    shared = set(_long_words(knowledge.terms[term].name)) & set(_long_words(" ".join(knowledge.terms[other].spellings)))
    return knowledge.terms[term].veiled if shared else ""


def group_of(term: str, knowledge: Knowledge) -> str:
    """The widest thing that a term is part of, or its kind: "lymph nodes" are one sort, organs another."""
    wholes = sorted(other for other in knowledge.line_of(term) - {term} if not knowledge.terms[other].part_of)
    parts = any(term in other.part_of for other in knowledge.bank.terms)
    return wholes[0] if wholes else term if parts else knowledge.terms[term].kind


def nearness(term: str, keys: tuple[str, ...], predicate: str, knowledge: Knowledge) -> float:
    """How often a term stands in one list with the keys: the mean Jaccard similarity of the subjects that have them, 0 to 1."""
    having = {other: knowledge.stated_subjects(predicate, other) for other in (term, *keys)}
    return mean([len(having[term] & having[key]) / len(having[term] | having[key]) for key in keys if having[term] | having[key]])


def _like(named: set[str], knowledge: Knowledge) -> tuple[str, ...]:
    kinds = {knowledge.terms[term].kind for term in named if term in knowledge.terms}
    return tuple(term.id for term in knowledge.bank.terms if term.kind in kinds)


def _named(statements: Iterable[Stated], knowledge: Knowledge) -> str:
    return listed(sorted(name_of(stated, knowledge) for stated in statements), knowledge.say)


def _long_words(text: str) -> Iterator[str]:
    """Words of four letters or more, without a plural's ending."""
    return (word.rstrip("s") for word in text.casefold().split() if len(word) >= 4)
