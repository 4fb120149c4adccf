"""A subject, a predicate and a list of objects, each with its qualifier."""

from collections.abc import Iterable, Iterator
from typing import ClassVar, Literal

from msgspec import Struct

from questions.choosing import mean
from questions.claims import Claim, Verdict
from questions.fact import Fact, Line, Stated, kind_of_fact
from questions.interactions import Option
from questions.knowledge import Knowledge
from questions.matters import Listing, Rival
from questions.objectives import Objective
from questions.wording import listed, sentence


class Object(Struct, frozen=True, forbid_unknown_fields=True):
    """A term on the right of a relation, and what the document adds to it in words of our own."""

    term: str
    qualifier: str = ""


class Elsewhere(Struct, frozen=True, forbid_unknown_fields=True):
    """A term that another source lists; the bank takes it for neither true nor false."""

    term: str
    who: str


@kind_of_fact
class Relation(Fact, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A row: the list is closed (a table's row), open ("such as") or incomplete (the row has lost a line).

    `table` names the table whose row it is; `added_by` the facts that add to the row what it lacks.
    """

    kind: ClassVar[str] = "relation"

    subject: str
    predicate: str
    objects: tuple[Object, ...]
    list: Literal["closed", "open", "incomplete"]
    table: str = ""
    elsewhere: tuple[Elsewhere, ...] = ()
    added_by: tuple[str, ...] = ()

    def terms_named(self) -> Iterable[tuple[str, str]]:
        """The subject, the objects, and what other sources list."""
        yield self.subject, "subject"
        yield from ((object.term, "objects") for object in self.objects)
        yield from ((other.term, "elsewhere") for other in self.elsewhere)

    def stated(self) -> Iterable[Stated]:
        """A claim for each object."""
        return (Stated(Claim(self.subject, self.predicate, object.term), object.qualifier) for object in self.objects)

    def refutes(self, claim: Claim, knowledge: Knowledge) -> str:
        """Rule (a): a closed list lacks it; rule (b): the predicate is single and the subject has another."""
        if any(knowledge.related(claim.object, other) for other in (*self._terms(), *self._elsewhere())):
            return ""
        if self.list == "closed":
            return "a"
        return "b" if knowledge.predicates[self.predicate].single else ""

    def objectives(self, knowledge: Knowledge) -> Iterator[Objective]:
        """Naming the objects; a row of a table shares its facts with the other rows that refute or rival it."""
        predicate = knowledge.predicates[self.predicate]
        aim = predicate.aim.format(subject=knowledge.terms[self.subject].spoken)
        yield self.objective(knowledge, predicate.aspect, aim, self._listing(knowledge), beside=(self.table,) if self.table else ())

    def lines(self, knowledge: Knowledge) -> Iterator[Line]:
        """One line, with the objects and their qualifiers."""
        objects = tuple((knowledge.terms[object.term].name, object.qualifier) for object in self.objects)
        yield Line(knowledge.terms[self.subject].name, self.predicate, objects, self.list)

    def _listing(self, knowledge: Knowledge) -> Listing:
        predicate, subject = knowledge.predicates[self.predicate], knowledge.terms[self.subject]
        candidates = objects_of(self.predicate, knowledge)
        verdicts = {term: knowledge.settle(Claim(self.subject, self.predicate, term)).verdict for term in candidates}
        return Listing(
            phrase=predicate.objects.format(subject=subject.spoken),
            subject=subject.spoken,
            one=predicate.one,
            many=predicate.many,
            single=predicate.single,
            keys=tuple(option_of(Claim(self.subject, self.predicate, term), "object", knowledge) for term in self._terms()),
            distractors=tuple(
                option_of(Claim(self.subject, self.predicate, term), "object", knowledge)
                for term, verdict in verdicts.items()
                if verdict is Verdict.CONTRADICTED
            ),
            whole=self.list == "closed",
            why=row_in_words(self, knowledge),
            spelled={term: knowledge.spelled(term) for term in candidates if not knowledge.terms[term].part_of},
            unsettled=tuple(knowledge.spelled(term) for term, verdict in verdicts.items() if verdict is Verdict.UNKNOWN),
            group={term: _group(term, knowledge) for term in candidates},
            near={term: _likeness(term, self._terms(), self.predicate, knowledge) for term in candidates},
            veiled=frozenset(term for term in candidates if veil(term, self.subject, knowledge)),
            beside=tuple(_rivals(self, candidates, knowledge)),
            asks_which=predicate.asks_which,
        )

    def _terms(self) -> tuple[str, ...]:
        return tuple(object.term for object in self.objects)

    def _elsewhere(self) -> tuple[str, ...]:
        return tuple(other.term for other in self.elsewhere)


def objects_of(predicate: str, knowledge: Knowledge) -> tuple[str, ...]:
    """Every term of the kinds that stand on the right of a predicate, in the bank's order of terms."""
    return _like({stated.claim.object for stated, _ in knowledge.stated_claims() if stated.claim.predicate == predicate}, knowledge)


def subjects_of(predicate: str, knowledge: Knowledge) -> tuple[str, ...]:
    """Every term of the kinds that stand on the left of a predicate, in the bank's order of terms."""
    return _like({stated.claim.subject for stated, _ in knowledge.stated_claims() if stated.claim.predicate == predicate}, knowledge)


def _like(named: set[str], knowledge: Knowledge) -> tuple[str, ...]:
    kinds = {knowledge.terms[term].kind for term in named if term in knowledge.terms}
    return tuple(term.id for term in knowledge.bank.terms if term.kind in kinds)


def option_of(claim: Claim, side: Literal["subject", "object"], knowledge: Knowledge) -> Option:
    """One side of a claim as an option, with a rationale from the facts that settle it."""
    ruling = knowledge.settle(claim)
    correct = ruling.verdict is Verdict.ENTAILED
    term, other = (claim.subject, claim.object) if side == "subject" else (claim.object, claim.subject)
    return Option(
        id=term,
        text=sentence(veil(term, other, knowledge) or knowledge.terms[term].name),
        correct=correct,
        why=_why(claim, correct, ruling.facts, knowledge),
        facts=ruling.facts,
        claim=claim,
    )


def row_in_words(row: Relation, knowledge: Knowledge) -> str:
    """What a row says, in a sentence: "For thyroid cancer the article lists …"."""
    predicate = knowledge.predicates[row.predicate]
    names = sorted(_with_qualifier(object, knowledge) for object in row.objects)
    return sentence(predicate.says.format(subject=knowledge.terms[row.subject].spoken, object=listed(names, knowledge.say))) + "."


def _why(claim: Claim, correct: bool, facts: tuple[str, ...], knowledge: Knowledge) -> str:
    predicate = knowledge.predicates[claim.predicate]
    names = {"subject": knowledge.terms[claim.subject].spoken, "object": knowledge.terms[claim.object].spoken}
    first = sentence((predicate.says if correct else predicate.denies).format(**names)) + "."
    row = next((fact for fact in map(knowledge.facts.get, facts) if isinstance(fact, Relation)), None)
    return first if correct or row is None else f"{first} {row_in_words(row, knowledge)}"


def _with_qualifier(object: Object, knowledge: Knowledge) -> str:
    name = knowledge.terms[object.term].name
    return f"{name} ({object.qualifier})" if object.qualifier else name


def veil(term: str, other: str, knowledge: Knowledge) -> str:
    """The veiled name of a term whose full one shares a word with the other side of the claim, else ""."""
    shared = set(_long_words(knowledge.terms[term].name)) & set(_long_words(" ".join(knowledge.terms[other].spellings)))
    return knowledge.terms[term].veiled if shared else ""


def _long_words(text: str) -> Iterator[str]:
    """Words of four letters or more, without a plural's ending."""
    return (word.rstrip("s") for word in text.casefold().split() if len(word) >= 4)


def _rivals(row: Relation, candidates: tuple[str, ...], knowledge: Knowledge) -> Iterator[Rival]:
    """This row and the other rows of its table, as columns of a grid."""
    rows = [fact for fact in knowledge.bank.facts if isinstance(fact, Relation) and row.table and fact.table == row.table]
    for fact in sorted(rows, key=lambda fact: fact.id != row.id):
        options = (option_of(Claim(fact.subject, fact.predicate, term), "object", knowledge) for term in candidates)
        settled = {option.id: option for option in options if knowledge.settle(option.claim).verdict is not Verdict.UNKNOWN}
        yield Rival(fact.subject, sentence(knowledge.terms[fact.subject].name), settled)


def _group(term: str, knowledge: Knowledge) -> str:
    """The widest thing that a term is part of, or its kind: "lymph nodes" are one sort, organs another."""
    return min(knowledge.line_of(term) - {term}, default=knowledge.terms[term].kind)


def _likeness(term: str, keys: tuple[str, ...], predicate: str, knowledge: Knowledge) -> float:
    """How often a term stands in one list with the keys: the mean Jaccard similarity of the subjects that have them, 0 to 1."""
    having = {other: _having(other, predicate, knowledge) for other in (term, *keys)}
    return mean([len(having[term] & having[key]) / len(having[term] | having[key]) for key in keys if having[term] | having[key]])


def _having(term: str, predicate: str, knowledge: Knowledge) -> frozenset[str]:
    return frozenset(stated.claim.subject for stated, _ in knowledge.stated_claims() if stated.claim[1:3] == (predicate, term))
