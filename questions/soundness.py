"""Whether a bank hangs together: every id known and used once, every source in the document, no fact against another."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from string import Formatter
from typing import NamedTuple, TypeVar

from msgspec import Struct

from questions.bank import Bank, Topic
from questions.fact import AUDIENCES, Currency, Fact
from questions.knowledge import Knowledge
from questions.picturing import can_be_pictured
from questions.plainly import PATIENT
from questions.spelling import plain
from questions.terms import Kind, Predicate, Term
from questions.well_formed import ID, malformed

T = TypeVar("T", Fact, Term, Kind, Predicate, Topic)


class Fault(NamedTuple):
    """What is the matter, and where: the kind of table, its id, and the value in it that is meant."""

    table: str
    id: str
    value: str
    what: str


def faults(bank: Bank) -> Iterator[Fault]:
    """Every fault of a bank; what depends on sound ids is only looked at when the ids are sound."""
    found = [*_malformed(bank), *_twice(bank), *_unknown(bank), *_loops(bank), *_sources(bank), *_unfilled(bank), *_not_meant(bank)]
    yield from found
    if not found:
        yield from _at_odds(Knowledge(bank))


def _malformed(bank: Bank) -> Iterator[Fault]:
    """What is empty or named badly; kinds of term have words for ids, which end up in no other id."""
    tables: dict[str, tuple[Struct, ...]] = {
        "bank": (bank.about,),
        "topic": bank.topics,
        "predicate": bank.predicates,
        "term": bank.terms,
        "self-test": bank.self_test,
    }
    things = ((table, one) for table, those in tables.items() for one in those)
    for table, one in (*things, *((fact.kind, fact) for fact in bank.facts)):
        yield from (Fault(table, getattr(one, "id", ""), value, what) for value, what in malformed(one))
    if not ID.fullmatch(bank.name):
        yield Fault("bank", "", bank.name, f"“{bank.name}” cannot be a name; write small letters and digits, with hyphens between them")
    if not bank.facts:
        yield Fault("bank", "", "", "holds no facts; write some in the files that it names, under a [topic]")
    for table, groups in (("apart", [one.terms for one in bank.apart]), ("siblings", [one.facts for one in bank.siblings])):
        for named in groups:
            if len(set(named)) < 2:
                yield Fault(table, "", next(iter(named), ""), f"names {len(set(named))} of what is told from each other; name two or more")


def _twice(bank: Bank) -> Iterator[Fault]:
    for fact in _repeated(bank.facts):
        yield Fault(fact.kind, fact.id, fact.id, "another fact has this id; give each fact an id of its own")
    ids = {
        "term": [term.id for term in _repeated(bank.terms)],
        "kind": [kind.id for kind in _repeated(bank.kinds)],
        "predicate": [predicate.id for predicate in _repeated(bank.predicates)],
        "topic": [topic.id for topic in _repeated(bank.topics)],
    }
    for table, twice in ids.items():
        yield from (Fault(table, id, id, f"another {table} has this id; give each {table} an id of its own") for id in twice)
    for fact in bank.facts:
        for (field, id), times in Counter((field, id) for id, field in fact.listed_once()).items():
            if times > 1:
                yield Fault(fact.kind, fact.id, id, f"{id} stands twice in {field}; name it once, or give each a name of its own")
    yield from _spelled_alike(bank.terms)


def _spelled_alike(terms: Iterable[Term]) -> Iterator[Fault]:
    """Terms of one kind that are called the same: synonyms never oppose each other (ITEMS.md §3, item 2)."""
    called: dict[tuple[str, str], str] = {}
    for term in terms:
        for spelling in term.spellings:
            other = called.setdefault((term.kind, plain(spelling)), term.id)
            if other != term.id:
                what = f"is called “{spelling}”, as {other} is; make one term of the two, or call one of them otherwise"
                yield Fault("term", term.id, spelling, what)
                break


def _repeated(things: Sequence[T]) -> list[T]:
    times = Counter(thing.id for thing in things)
    return [thing for thing in {thing.id: thing for thing in things}.values() if times[thing.id] > 1]


def _unknown(bank: Bank) -> Iterator[Fault]:
    terms, facts = {term.id for term in bank.terms}, {fact.id for fact in bank.facts}
    predicates = {predicate.id for predicate in bank.predicates}
    for fact in bank.facts:
        yield from (Fault(fact.kind, fact.id, named, _no_such("fact", named, facts)) for named in fact.facts_named() if named not in facts)
        yield from (Fault(fact.kind, fact.id, term, _no_such("term", term, terms)) for term, _ in fact.terms_named() if term not in terms)
        yield from (
            Fault(fact.kind, fact.id, one, _no_such("audience", one, set(AUDIENCES))) for one in fact.audiences if one not in AUDIENCES
        )
        strange = (one for one in fact.predicates_named() if one not in predicates)
        yield from (Fault(fact.kind, fact.id, one, _no_such("predicate", one, predicates)) for one in strange)
    kinds = {kind.id for kind in bank.kinds}
    for term in bank.terms:
        if term.kind not in kinds:
            yield Fault("term", term.id, term.kind, _no_such("kind", term.kind, kinds))
        yield from (Fault("term", term.id, above, _no_such("term", above, terms)) for above in term.part_of if above not in terms)
    for siblings in bank.siblings:
        yield from (Fault("siblings", "", fact, _no_such("fact", fact, facts)) for fact in siblings.facts if fact not in facts)
    for apart in bank.apart:
        yield from (Fault("apart", "", term, _no_such("term", term, terms)) for term in apart.terms if term not in terms)
    for part in bank.self_test:
        named = ((id, id.partition("#")[0]) for id in part.objectives)
        yield from (Fault("self-test", part.id, id, _no_such("fact", fact, facts)) for id, fact in named if fact not in facts)


def _no_such(what: str, named: str, known: set[str]) -> str:
    near = get_close_matches(named, known, n=1)
    return f"there is no {what} “{named}”; " + (f"did you mean “{near[0]}”?" if near else f"add the {what} or mend the name")


def _loops(bank: Bank) -> Iterator[Fault]:
    """Terms that are part of themselves, by way of others or not."""
    above = {term.id: term.part_of for term in bank.terms}
    for term in bank.terms:
        reached: set[str] = set()
        beyond = list(term.part_of)
        while beyond:
            if (one := beyond.pop()) not in reached:
                reached.add(one)
                beyond.extend(above.get(one, ()))
        if term.id in reached:
            yield Fault("term", term.id, term.part_of[0], f"{term.id} is part of itself; mend part_of")


def _sources(bank: Bank) -> Iterator[Fault]:
    sections = set(bank.about.sections)
    for fact in bank.facts:
        if fact.source.section not in sections:
            yield Fault(fact.kind, fact.id, fact.source.section, _no_such("section of the document", fact.source.section, sections))
        if fact.source.paragraph is not None and fact.source.paragraph < 1:
            yield Fault(fact.kind, fact.id, "", "paragraphs are counted from 1; mend the source")


def _unfilled(bank: Bank) -> Iterator[Fault]:
    """Texts with braces that do not close, or with names in braces that nothing fills in."""
    owners = [("kind", kind.id, kind.stems()) for kind in bank.kinds]
    owners += [("predicate", predicate.id, predicate.stems()) for predicate in bank.predicates]
    owners += [(fact.kind, fact.id, fact.stems()) for fact in bank.facts]
    for table, id, stems in owners:
        for text, names in stems:
            if (what := _not_filled(text, names)) is not None:
                yield Fault(table, id, text, f"{what} in “{text}”; write {_in_braces(names)}")


def _not_filled(text: str, names: frozenset[str]) -> str | None:
    try:
        parts = [part for part in Formatter().parse(text) if part[1] is not None]
    except ValueError:
        return "a brace does not close"
    if any(spec or conversion for _, _, spec, conversion in parts):
        return "more than a name stands in braces"
    unknown = sorted({str(name) for _, name, _, _ in parts} - names)
    return f"nothing fills in {{{unknown[0]}}}" if unknown else None


def _in_braces(names: frozenset[str]) -> str:
    return " or ".join(f"{{{name}}}" for name in sorted(names)) or "no braces there"


def _not_meant(bank: Bank) -> Iterator[Fault]:
    """What cannot be meant: two values of what is single, things apart of which one is part of the other, changes that nobody tells."""
    single = {predicate.id for predicate in bank.predicates if predicate.single}
    for fact in bank.facts:
        yield from (Fault(fact.kind, fact.id, value, what) for value, what in fact.unsound())
        values = Counter(stated.claim[:2] for stated in fact.stated() if stated.claim.predicate in single)
        for (subject, predicate), times in values.items():
            if times > 1:
                yield Fault(fact.kind, fact.id, predicate, f"{predicate} is single and {subject} has {times} of it; name one")
        if not fact.audiences:
            yield Fault(fact.kind, fact.id, "", f"is for nobody; name {' or '.join(AUDIENCES)} in audiences")
        if fact.outlook and PATIENT in fact.audiences:
            yield Fault(
                fact.kind, fact.id, "", "tells of an outlook; leave patients out of its audiences, so that nobody is asked it unasked"
            )
        if fact.currency is not Currency.AS_STATED and not (fact.note and fact.who):
            yield Fault(fact.kind, fact.id, "", f"is {fact.currency}; say in note how that stands today, and in who who says so")
    above = {term.id: term.part_of for term in bank.terms}
    for apart in bank.apart:
        for term in apart.terms:
            yield from (
                Fault("apart", "", term, f"{term} is part of {one} and cannot be apart from it")
                for one in apart.terms
                if one in above.get(term, ())
            )


def _at_odds(knowledge: Knowledge) -> Iterator[Fault]:
    """What cannot be so beside all else that the bank says."""
    found = [Fault(fact.kind, fact.id, value, what) for fact in knowledge.bank.facts for value, what in fact.at_odds(knowledge)]
    yield from found
    yield from _contradictions(knowledge)
    if not found:
        yield from _undrawn(knowledge)
        yield from _not_put_plainly(knowledge)


def _not_put_plainly(knowledge: Knowledge) -> Iterator[Fault]:
    """What the self-test would ask patients, and nobody has put it in plain words."""
    for part in knowledge.bank.self_test:
        for named in part.objectives:
            fact = knowledge.facts[named.partition("#")[0]]
            plainly = [one.id.partition("/")[2] for one in fact.objectives(knowledge) if one.plain]
            if named not in plainly:
                instead = f"name {' or '.join(plainly)}" if plainly else "say in plainly how it is put"
                yield Fault("self-test", part.id, named, f"{named} is not asked in plain words; {instead}, or take it out")


def _undrawn(knowledge: Knowledge) -> Iterator[Fault]:
    """Maps on which too little lies that a table speaks of."""
    for fact in knowledge.bank.facts:
        if (drawn := fact.drawn()) and not can_be_pictured(knowledge, fact.id):
            what = f"too little of its rows lies on the map “{drawn.map}” to ask for it; say in drawn of more terms where they lie"
            yield Fault(fact.kind, fact.id, drawn.map, what)


def _contradictions(knowledge: Knowledge) -> Iterator[Fault]:
    """Claims of one fact that another refutes, but for what a row says that others add to it."""
    for stated, fact in knowledge.stated_claims():
        for rule, other in knowledge.refutations(stated.claim):
            if other is not fact and fact.id not in other.additions():
                added = f", or name this fact in added_by of {other.id}" if rule == "a" else ""
                what = f"says what {other.id} contradicts by rule ({rule}); mend one of them{added}"
                yield Fault(fact.kind, fact.id, stated.claim.object, what)
