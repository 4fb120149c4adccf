"""What follows from a bank: any claim is entailed, contradicted or unknown (ITEMS.md §3)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from random import Random
from typing import TypeVar

from questions.bank import Bank
from questions.claims import UNSETTLED, Claim, Ruling, Verdict, taken_together, turned_round
from questions.fact import Currency, Fact, Stated
from questions.interactions import Spelled
from questions.objectives import Objective
from questions.template import Template, fitting
from questions.terms import Kind, Predicate, Term
from questions.wording import sayer

FEWEST_TEMPLATES = 2
F = TypeVar("F", bound=Fact)


class Knowledge:
    """A bank, indexed. Settling a claim costs a look into an index the first time and a look into a memo after that."""

    def __init__(self, bank: Bank, language: str = "") -> None:
        self.bank = bank
        self.language = language or bank.about.language
        self.say = sayer(self.language)
        self._in_other_languages: dict[str, Knowledge] = {}
        self.facts: dict[str, Fact] = {fact.id: fact for fact in bank.facts}
        self.terms: dict[str, Term] = {term.id: term for term in bank.terms}
        self.kinds: dict[str, Kind] = {kind.id: kind for kind in bank.kinds}
        self.predicates: dict[str, Predicate] = {predicate.id: predicate for predicate in bank.predicates}
        self.topic_titles: dict[str, str] = {topic.id: topic.title for topic in bank.topics}
        self._apart = {frozenset((one, other)) for apart in bank.apart for one in apart.terms for other in apart.terms if one != other}
        self._ancestors: dict[str, frozenset[str]] = {term: frozenset(self._above(term)) for term in self.terms}
        self._stated: dict[tuple[str, str], list[tuple[Stated, Fact]]] = defaultdict(list)
        self._having: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._judges: dict[tuple[str, str], list[Fact]] = defaultdict(list)
        self._memo: dict[Claim, Ruling] = {}
        self._believed = tuple(fact for fact in bank.facts if fact.currency is not Currency.ERROR)
        for fact in self._believed:
            for stated in fact.stated():
                self._stated[stated.claim[:2]].append((stated, fact))
                self._having[stated.claim[1:3]].add(stated.claim.subject)
            for subject_and_predicate in dict.fromkeys(fact.subjects_judged()):
                self._judges[subject_and_predicate].append(fact)

    def spoken_in(self, language: str) -> "Knowledge":
        """The same knowledge, with the sentences that are made from it in this language."""
        if language == self.language:
            return self
        if language not in self._in_other_languages:
            self._in_other_languages[language] = Knowledge(self.bank, language)
        return self._in_other_languages[language]

    @cached_property
    def templates(self) -> dict[str, tuple[Template, ...]]:
        """The templates that can ask each objective, by its id, in the order in which objectives are introduced."""
        return {id: fit for id, objective in self._possible.items() if len(fit := fitting(objective)) >= FEWEST_TEMPLATES}

    @cached_property
    def objectives(self) -> dict[str, Objective]:
        """Every objective that can be asked in two ways at least, by id, in the order in which they are introduced."""
        return {id: self._possible[id] for id in self.templates}

    @cached_property
    def item_types(self) -> dict[str, frozenset[str]]:
        """The types of items in which each objective can be asked, by its id."""
        return {id: frozenset(_item_types(self._possible[id], fit)) for id, fit in self.templates.items()}

    @cached_property
    def _possible(self) -> dict[str, Objective]:
        """The objectives of all facts but errors of the source and what is added to a row, which that row's objective holds."""
        added = {id for fact in self._believed for id in fact.additions()}
        return {objective.id: objective for fact in self._believed if fact.id not in added for objective in fact.objectives(self)}

    def settle(self, claim: Claim) -> Ruling:
        """Whether the claim follows from the bank, is refuted by it, or neither; and by which facts."""
        if (ruling := self._memo.get(claim)) is None:
            ruling = self._memo[claim] = self._settled(claim)
        return ruling

    def refutations(self, claim: Claim) -> Iterator[tuple[str, Fact]]:
        """Each fact that contradicts the claim, with the rule by which it does, whatever else the bank says."""
        for fact in self._judges.get(claim[:2], ()):
            if rule := fact.refutes(claim, self):
                yield rule, fact

    def stated_objects(self, subject: str, predicate: str) -> tuple[str, ...]:
        """The objects that facts state for a subject, in the bank's order."""
        return tuple(dict.fromkeys(stated.claim.object for stated in self.statements(subject, predicate)))

    def statements(self, subject: str, predicate: str) -> tuple[Stated, ...]:
        """What facts state of a subject, with its qualifiers, in the bank's order."""
        return tuple(stated for stated, _ in self._stated.get((subject, predicate), ()))

    def meaning_of(self, term: str) -> str:
        """What facts say that a term means, "" if none says so."""
        return next((meaning for fact in self._believed if (meaning := fact.meaning_of(term))), "")

    def of_kind(self, kind: type[F]) -> tuple[F, ...]:
        """The facts of a kind, but for errors of the source."""
        return tuple(fact for fact in self._believed if isinstance(fact, kind))

    def facts_in(self, topic: str) -> tuple[Fact, ...]:
        """The facts of a topic, but for errors of the source, in the bank's order."""
        return tuple(fact for fact in self._believed if self.bank.topic_of[fact.id] == topic)

    def kin_of(self, fact: str) -> tuple[str, ...]:
        """Marks that a fact shares with those that the bank keeps a day apart from it."""
        return tuple(" ".join(siblings.facts) for siblings in self.bank.siblings if fact in siblings.facts)

    def rows_of(self, table: str) -> tuple[Fact, ...]:
        """The facts that are rows of a table, in the bank's order."""
        return tuple(fact for fact in self._believed if table and fact.row_of() == table)

    def stated_subjects(self, predicate: str, object: str) -> frozenset[str]:
        """The subjects for which facts state an object."""
        return frozenset(self._having.get((predicate, object), ()))

    def are_apart(self, one: str, other: str) -> bool:
        """Whether two terms, or things that they are part of, are declared apart, and neither is part of the other."""
        if one in self.line_of(other) or other in self.line_of(one):
            return False
        return any(frozenset((a, b)) in self._apart for a in self.line_of(one) for b in self.line_of(other))

    def related(self, one: str, other: str) -> bool:
        """Whether two terms are one, or parts of one thing, and nothing declares them apart."""
        return bool(self.line_of(one) & self.line_of(other)) and not self.are_apart(one, other)

    def line_of(self, term: str) -> frozenset[str]:
        """The term and everything that it is part of."""
        return self._ancestors.get(term, frozenset()) | {term}

    def spelled(self, term: str) -> Spelled:
        """How a term is written."""
        return Spelled(term, self.terms[term].name, self.terms[term].spellings)

    def stated_claims(self) -> Iterable[tuple[Stated, Fact]]:
        """Every claim that a fact makes which is no error of the source."""
        return ((stated, fact) for fact in self._believed for stated in fact.stated())

    def _settled(self, claim: Claim) -> Ruling:
        if claim.denied:
            return turned_round(self.settle(claim._replace(denied=False)))
        if claim.also:
            each = (claim._replace(object=object, also=()) for object in (claim.object, *claim.also))
            return taken_together([self.settle(one) for one in each])
        found_in = self._stated.get(claim[:2], ())
        if facts := tuple(fact.id for stated, fact in found_in if claim.object in self.line_of(stated.claim.object)):
            return Ruling(Verdict.ENTAILED, facts, "stated")
        if found := next(self.refutations(claim), None):
            return Ruling(Verdict.CONTRADICTED, (found[1].id,), found[0])
        return UNSETTLED

    def _above(self, term: str) -> Iterator[str]:
        for part_of in self.terms[term].part_of:
            yield part_of
            yield from self._above(part_of) if part_of in self.terms else ()


def _item_types(objective: Objective, fit: Iterable[Template]) -> Iterator[str]:
    drafts = (template.write(objective.matter, Random("fit"), sayer("en")) for template in fit)
    return (draft.item_type for draft in drafts if draft)
