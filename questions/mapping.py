"""A table that can be drawn: its rows, its two sides, and what leads from the one to the other."""

from dataclasses import dataclass
from functools import lru_cache

from questions.claims import Claim, Verdict
from questions.fact import Fact
from questions.knowledge import Knowledge
from questions.terms import Term
from questions.wording import listed, sentence


@dataclass(frozen=True, slots=True)
class MapRow:
    """A row: its subject, its objects with their qualifiers, and what other sources list besides, with who does."""

    subject: Term
    objects: tuple[tuple[Term, str], ...]
    elsewhere: tuple[tuple[Term, str], ...]


@dataclass(frozen=True, slots=True)
class MapTable:
    """A table with a map.

    `wholes` are its objects, those that are part of something (lymph nodes in a place) under what they are part of; `leads` says which
    subject has which of them.
    """

    fact: Fact
    map: str
    predicate: str
    topic: str
    rows: tuple[MapRow, ...]
    wholes: tuple[Term, ...]
    leads: frozenset[tuple[str, str]]

    def row(self, subject: str) -> MapRow | None:
        """The row of a subject."""
        return next((row for row in self.rows if row.subject.id == subject), None)

    def having(self, whole: str) -> tuple[Term, ...]:
        """The subjects that lead to an object, or to a part of it."""
        return tuple(row.subject for row in self.rows if (row.subject.id, whole) in self.leads)


@lru_cache(maxsize=16)
def map_table(knowledge: Knowledge, fact_id: str) -> MapTable | None:
    """The table of this id as it can be drawn; None if there is none, or it has no map."""
    fact = knowledge.facts.get(fact_id)
    drawn = fact.drawn() if fact else None
    if fact is None or drawn is None:
        return None
    stating = knowledge.rows_of(fact_id)
    subjects = tuple(dict.fromkeys(stated.claim.subject for row in stating for stated in row.stated()))
    rows = tuple(_row(subject, drawn.predicate, stating, knowledge) for subject in subjects)
    wholes = tuple(dict.fromkeys(whole_of(term.id, knowledge) for row in rows for term, _ in row.objects))
    leads = {
        (subject, whole)
        for subject in subjects
        for whole in wholes
        if knowledge.settle(Claim(subject, drawn.predicate, whole)).verdict is Verdict.ENTAILED
    }
    in_order = tuple(term for term in knowledge.bank.terms if term.id in wholes)
    return MapTable(fact, drawn.map, drawn.predicate, knowledge.bank.topic_of[fact_id], rows, in_order, frozenset(leads))


def whole_of(term: str, knowledge: Knowledge) -> str:
    """The widest thing that a term is part of: itself, where it is part of nothing; of several, the first by its id.

    Raises KeyError if the bank has no such term.
    """
    wholes = sorted(other for other in knowledge.line_of(term) if not knowledge.terms[other].part_of)
    return wholes[0]


def in_a_sentence(knowledge: Knowledge, table: MapTable, subject: str = "", whole: str = "") -> str:
    """What a subject leads to, or what leads to an object (by their ids); "" where neither is named, or the table has no such row.

    Raises KeyError if an object is named that the bank does not have.
    """
    predicate, say = knowledge.predicates[table.predicate], knowledge.say
    if row := table.row(subject):
        names = sorted(f"{term.spoken} ({qualifier})" if qualifier else term.spoken for term, qualifier in row.objects)
        return sentence(predicate.says.format(subject=row.subject.spoken, object=listed(names, say))) + "."
    if whole:
        names = sorted(term.name for term in table.having(whole))
        return f"{sentence(predicate.subjects.format(object=knowledge.terms[whole].spoken))}: {listed(names, say)}."
    return ""


def _row(subject: str, predicate: str, stating: tuple[Fact, ...], knowledge: Knowledge) -> MapRow:
    own = [fact for fact in stating if any(stated.claim.subject == subject for stated in fact.stated())]
    return MapRow(
        subject=knowledge.terms[subject],
        objects=tuple((knowledge.terms[one.claim.object], one.qualifier) for one in knowledge.statements(subject, predicate)),
        elsewhere=tuple((knowledge.terms[term], who) for fact in own for term, who in fact.listed_elsewhere()),
    )
