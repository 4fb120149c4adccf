"""A subject, a predicate and a list of objects, each with its qualifier."""

from collections.abc import Iterable, Iterator
from typing import ClassVar, Literal

from msgspec import Struct

from questions.claims import Claim, Verdict
from questions.fact import Fact, Line, Stated, kind_of_fact
from questions.knowledge import Knowledge
from questions.matters import Listing, Rival
from questions.objectives import Objective
from questions.passages import Passage, Saying
from questions.plainly import READERS
from questions.relating import group_of, in_words, nearness, objects_of, option_of, row_in_words, veil
from questions.wording import sentence


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

    `table` names the table whose row it is; `added_by` the facts that add to the row what it lacks. What is `silent` is told to readers
    by a statement that says the same.
    """

    kind: ClassVar[str] = "relation"
    introduced: ClassVar[int] = 2

    subject: str
    predicate: str
    objects: tuple[Object, ...]
    list: Literal["closed", "open", "incomplete"]
    table: str = ""
    elsewhere: tuple[Elsewhere, ...] = ()
    added_by: tuple[str, ...] = ()
    silent: bool = False

    def terms_named(self) -> Iterable[tuple[str, str]]:
        """The subject, the objects, and what other sources list."""
        yield self.subject, "subject"
        yield from ((object.term, "objects") for object in self.objects)
        yield from ((other.term, "elsewhere") for other in self.elsewhere)

    def facts_named(self) -> Iterable[str]:
        """The table whose row it is, and what adds to it."""
        return filter(None, (self.table, *self.added_by))

    def listed_once(self) -> Iterable[tuple[str, str]]:
        """The objects; what they name is not elsewhere as well."""
        return ((term, "objects") for term in (*self._terms(), *set(self._elsewhere()) & set(self._terms())))

    def unsound(self) -> Iterable[tuple[str, str]]:
        """What is listed elsewhere, and nobody is named who lists it."""
        yield from (
            (other.term, f"does not say who lists {other.term}; name the source in who") for other in self.elsewhere if not other.who
        )

    def at_odds(self, knowledge: Knowledge) -> Iterable[tuple[str, str]]:
        """A table that is none, or one of another predicate."""
        table = knowledge.facts.get(self.table)
        if table and (self.predicate not in table.predicates_named() or any(table.stated())):
            yield self.table, f"{self.table} is no table of {self.predicate}; name the table whose row this is"

    def predicates_named(self) -> Iterable[str]:
        """The one that it uses."""
        yield self.predicate

    def additions(self) -> Iterable[str]:
        """What the prose adds to the row."""
        return self.added_by

    def row_of(self) -> str:
        """The table that it names."""
        return self.table

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
        """Naming the objects, with what other facts add to them; a row never stands next to its table."""
        predicate = knowledge.predicates[self.predicate]
        aim = predicate.aim.format(subject=knowledge.terms[self.subject].spoken)
        facts, beside = (self.id, *self.added_by), (self.table,) if self.table else ()
        yield self.objective(knowledge, predicate.aspect, aim, self._listing(knowledge), facts, beside)

    def passages(self, knowledge: Knowledge, audience: str) -> Iterator[Passage]:
        """The list in a sentence, unless a table shows it or a statement says it."""
        plainly = self.plain if audience in READERS else ""
        if not self.silent and (plainly or not self.table):
            yield Saying(plainly or in_words(self.subject, self.predicate, self.stated(), knowledge))

    def listed_elsewhere(self) -> Iterable[tuple[str, str]]:
        """What others list."""
        return ((other.term, other.who) for other in self.elsewhere)

    def lines(self, knowledge: Knowledge) -> Iterator[Line]:
        """One line, with the objects and their qualifiers."""
        objects = tuple((knowledge.terms[object.term].name, object.qualifier) for object in self.objects)
        yield Line(knowledge.terms[self.subject].name, self.predicate, objects, self.list)

    def _listing(self, knowledge: Knowledge) -> Listing:
        predicate, subject = knowledge.predicates[self.predicate], knowledge.terms[self.subject]
        candidates, keys = objects_of(self.predicate, knowledge), knowledge.stated_objects(self.subject, self.predicate)
        verdicts = {term: knowledge.settle(Claim(self.subject, self.predicate, term)).verdict for term in candidates}
        refuted = tuple(term for term, verdict in verdicts.items() if verdict is Verdict.CONTRADICTED)
        return Listing(
            phrase=predicate.objects.format(subject=subject.spoken),
            subject=subject.spoken,
            one=predicate.one,
            many=predicate.many,
            single=predicate.single,
            keys=tuple(option_of(Claim(self.subject, self.predicate, term), "object", knowledge) for term in keys),
            distractors=tuple(
                option_of(Claim(self.subject, self.predicate, term), "object", knowledge) for term in _widest(refuted, knowledge)
            ),
            whole=self.list == "closed",
            why=row_in_words(self.subject, self.predicate, knowledge),
            spelled={term: knowledge.spelled(term) for term in candidates if not knowledge.terms[term].part_of},
            group={term: group_of(term, knowledge) for term in candidates},
            near={term: nearness(term, keys, self.predicate, knowledge) for term in candidates},
            veiled=frozenset(term for term in candidates if veil(term, self.subject, knowledge)),
            beside=tuple(_rivals(self.subject, self.predicate, knowledge.rows_of(self.table), candidates, knowledge)),
            asks_which=predicate.asks_which,
            asks_each=predicate.asks_each,
        )

    def _terms(self) -> tuple[str, ...]:
        return tuple(object.term for object in self.objects)

    def _elsewhere(self) -> tuple[str, ...]:
        return tuple(other.term for other in self.elsewhere)


def _widest(terms: tuple[str, ...], knowledge: Knowledge) -> tuple[str, ...]:
    """Those of the terms that are part of none of the others, so that no two of them overlap."""
    return tuple(term for term in terms if knowledge.line_of(term).isdisjoint(set(terms) - {term}))


def _rivals(subject: str, predicate: str, rows: Iterable[Fact], candidates: tuple[str, ...], knowledge: Knowledge) -> Iterator[Rival]:
    """This subject's list and those of the other rows of its table, as columns of a grid."""
    others = (stated.claim.subject for row in rows for stated in row.stated())
    for one in dict.fromkeys((subject, *others)):
        options = (option_of(Claim(one, predicate, term), "object", knowledge) for term in candidates)
        settled = {option.id: option for option in options if knowledge.settle(option.claim).verdict is not Verdict.UNKNOWN}
        yield Rival(one, sentence(knowledge.terms[one].name), settled, row_in_words(one, predicate, knowledge))
