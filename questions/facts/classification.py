"""A class and its members, and situations that belong to one member."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from questions.claims import Claim, Verdict
from questions.examples import IS_A, Example, case_refutes, case_sorting
from questions.fact import Fact, Line, Stated, kind_of_fact
from questions.interactions import Option
from questions.knowledge import Knowledge
from questions.matters import Listing, Sorting
from questions.objectives import Objective
from questions.passages import Passage, Saying
from questions.plainly import READERS
from questions.terms import Stem, stem
from questions.wording import listed, sentence

HAS_KIND = "has kind"


@kind_of_fact
class Classification(Fact, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A class ("kinds of recurrence") and its members; `foils` are terms that could be taken for members and are not.

    `tells_case` (with {heading}) says that a situation belongs to a member, where “This is …” does not fit.
    """

    kind: ClassVar[str] = "classification"
    introduced: ClassVar[int] = 1

    term: str
    phrase: str
    one: str
    many: str
    members: tuple[str, ...]
    complete: bool
    foils: tuple[str, ...] = ()
    cases: tuple[Example, ...] = ()
    asks_case: str = ""
    asks_entry: str = ""
    tells_case: str = ""

    def terms_named(self) -> Iterable[tuple[str, str]]:
        """The class, its members and its foils."""
        yield self.term, "term"
        yield from ((member, "members") for member in self.members)
        yield from ((foil, "foils") for foil in self.foils)
        yield from ((term, "cases") for case in self.cases for term in (case.of, *case.also_fits))

    def listed_once(self) -> Iterable[tuple[str, str]]:
        """The members, and the cases."""
        yield from ((member, "members") for member in self.members)
        yield from ((case.id, "cases") for case in self.cases)

    def unsound(self) -> Iterable[tuple[str, str]]:
        """Cases of what is no member."""
        for case in self.cases:
            if case.of not in self.members:
                yield case.id, f"{case.id} is a case of {case.of}, which is none of the members; name the member that it is a case of"

    def stems(self) -> Iterable[Stem]:
        """How its cases are asked."""
        yield stem(self.asks_case, "entry", "one")
        yield stem(self.asks_entry, "heading", "one")
        yield stem(self.tells_case, "heading")

    def stated(self) -> Iterable[Stated]:
        """The class has each member; each situation is a case of its member."""
        yield from (Stated(Claim(self.term, HAS_KIND, member)) for member in self.members)
        yield from (Stated(Claim(f"{self.id}.{case.id}", IS_A, case.of)) for case in self.cases)

    def refutes(self, claim: Claim, knowledge: Knowledge) -> str:
        """Rule (a): a complete class lacks it; rule (c): a case of one member is no case of a member that is apart from it."""
        if claim.predicate == HAS_KIND:
            return "a" if self.complete and not any(knowledge.related(claim.object, member) for member in self.members) else ""
        return case_refutes(self.id, self.cases, claim, knowledge)

    def objectives(self, knowledge: Knowledge) -> Iterator[Objective]:
        """Naming the members, and telling them apart in situations."""
        say = knowledge.say
        yield self.objective(knowledge, "kinds", say("Name {phrase}", phrase=self.phrase), self._listing(knowledge))
        if self.cases:
            yield self.objective(knowledge, "cases", say("Tell {phrase} apart", phrase=self.phrase), self._sorting(knowledge))

    def passages(self, knowledge: Knowledge, audience: str) -> Iterator[Passage]:
        """The class and its members."""
        plainly = self.plain if audience in READERS else ""
        yield Saying(plainly or self._in_words(knowledge))

    def lines(self, knowledge: Knowledge) -> Iterator[Line]:
        """The class has these kinds."""
        names = tuple((knowledge.terms[member].name, "") for member in self.members)
        yield Line(knowledge.terms[self.term].name, HAS_KIND, names, "closed" if self.complete else "open")

    def _listing(self, knowledge: Knowledge) -> Listing:
        options = tuple(self._option(term, knowledge) for term in (*self.members, *self.foils))
        return Listing(
            phrase=self.phrase,
            subject=knowledge.terms[self.term].spoken,
            one=self.one,
            many=self.many,
            single=False,
            keys=options[: len(self.members)],
            distractors=tuple(option for option in options if knowledge.settle(option.claim).verdict is Verdict.CONTRADICTED),
            whole=self.complete,
            why=self._in_words(knowledge),
            spelled={option.id: knowledge.spelled(option.id) for option in options},
        )

    def _option(self, term: str, knowledge: Knowledge) -> Option:
        claim = Claim(self.term, HAS_KIND, term)
        ruling, name = knowledge.settle(claim), sentence(knowledge.terms[term].name)
        correct = ruling.verdict is Verdict.ENTAILED
        why = (
            knowledge.say("{Name} is one of {phrase}.", Name=name, phrase=self.phrase)
            if correct
            else knowledge.say("{Name} is not one of them. {whole}", Name=name, whole=self._in_words(knowledge))
        )
        return Option(term, name, correct, why, ruling.facts, claim)

    def _in_words(self, knowledge: Knowledge) -> str:
        names = listed([knowledge.terms[member].name for member in self.members], knowledge.say)
        shown = {"Phrase": sentence(self.phrase), "names": names}
        return knowledge.say.several("{Phrase} are {names}.", "{Phrase} are {names}.", len(self.members), **shown)

    def _sorting(self, knowledge: Knowledge) -> Sorting:
        asks = (
            self.asks_case.replace("{one}", self.one) or knowledge.say("{{entry}} Which {one} is this?", one=self.one),
            self.asks_entry or knowledge.say("Which of these is {{heading}}?"),
            knowledge.say("Choose for each the {one} that it is.", one=self.one),
        )
        return case_sorting(self.id, self.cases, self.members, self.one, asks, knowledge, self.tells_case)
