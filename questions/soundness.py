"""Whether a bank hangs together: every id known and used once, every source in the document, no fact against another."""

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import NamedTuple, TypeVar

from questions.bank import Bank
from questions.fact import Fact
from questions.knowledge import Knowledge
from questions.terms import Term

T = TypeVar("T", Fact, Term)


class Fault(NamedTuple):
    """What is the matter, and where: the kind of table, its id, and the value in it that is meant."""

    table: str
    id: str
    value: str
    what: str


def faults(bank: Bank) -> Iterator[Fault]:
    """Every fault of a bank; what depends on sound ids is only looked at when the ids are sound."""
    found = [*_twice(bank), *_unknown(bank), *_sources(bank)]
    yield from found
    if not found:
        yield from _contradictions(Knowledge(bank))


def _twice(bank: Bank) -> Iterator[Fault]:
    for fact in _repeated(bank.facts):
        yield Fault(fact.kind, fact.id, fact.id, "another fact has this id; give each fact an id of its own")
    for term in _repeated(bank.terms):
        yield Fault("term", term.id, term.id, "another term has this id; give each term an id of its own")
    for fact in bank.facts:
        named = Counter((field, term) for term, field in fact.terms_named() if field in ("objects", "members"))
        yield from (
            Fault(fact.kind, fact.id, term, f"{term} stands twice in {field}; name it once")
            for (field, term), times in named.items()
            if times > 1
        )


def _repeated(things: Sequence[T]) -> list[T]:
    times = Counter(thing.id for thing in things)
    return [thing for thing in {thing.id: thing for thing in things}.values() if times[thing.id] > 1]


def _unknown(bank: Bank) -> Iterator[Fault]:
    terms = {term.id for term in bank.terms}
    for fact in bank.facts:
        yield from (Fault(fact.kind, fact.id, term, _no_such("term", term, terms)) for term, _ in fact.terms_named() if term not in terms)
        predicate = getattr(fact, "predicate", None)
        if predicate is not None and predicate not in (known := {one.id for one in bank.predicates}):
            yield Fault(fact.kind, fact.id, predicate, _no_such("predicate", predicate, known))
    kinds = {kind.id for kind in bank.kinds}
    for term in bank.terms:
        if term.kind not in kinds:
            yield Fault("term", term.id, term.kind, _no_such("kind", term.kind, kinds))
        yield from (Fault("term", term.id, above, _no_such("term", above, terms)) for above in term.part_of if above not in terms)
    for apart in bank.apart:
        yield from (Fault("apart", "", term, _no_such("term", term, terms)) for term in apart.terms if term not in terms)


def _no_such(what: str, named: str, known: set[str]) -> str:
    near = get_close_matches(named, known, n=1)
    return f"there is no {what} “{named}”; " + (f"did you mean “{near[0]}”?" if near else f"add the {what} or mend the name")


def _sources(bank: Bank) -> Iterator[Fault]:
    sections = set(bank.about.sections)
    for fact in bank.facts:
        if fact.source.section not in sections:
            yield Fault(fact.kind, fact.id, fact.source.section, _no_such("section of the document", fact.source.section, sections))
        if fact.source.paragraph < 1:
            yield Fault(fact.kind, fact.id, "", "paragraphs are counted from 1; mend the source")


def _contradictions(knowledge: Knowledge) -> Iterator[Fault]:
    """Claims of one fact that another refutes, but for what a row says that others add to it."""
    for stated, fact in knowledge.stated_claims():
        for rule, other in knowledge.refutations(stated.claim):
            if other is not fact and fact.id not in getattr(other, "added_by", ()):
                what = f"says what {other.id} contradicts by rule ({rule}); mend one of them, or name this fact in added_by of {other.id}"
                yield Fault(fact.kind, fact.id, stated.claim.object, what)
