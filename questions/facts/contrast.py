"""Two terms that people confuse, and what tells them apart."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from questions.claims import Claim
from questions.examples import IS_A, Example, case_refutes, case_sorting
from questions.fact import Fact, Line, Stated, kind_of_fact
from questions.knowledge import Knowledge
from questions.objectives import Objective
from questions.passages import Passage, Saying, Sides
from questions.plainly import READERS
from questions.terms import Stem, stem
from questions.wording import sentence


@kind_of_fact
class Contrast(Fact, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Two terms (declared apart) and signs of each; a sign that fits both is marked `also_fits`.

    `asks_entry` (with {heading}) and `asks_all` are stems for the signs at hand, where the common ones do not fit them.
    """

    kind: ClassVar[str] = "contrast"
    introduced: ClassVar[int] = 5

    one: str
    other: str
    differs: tuple[Example, ...]
    asks_entry: str = ""
    asks_all: str = ""

    def terms_named(self) -> Iterable[tuple[str, str]]:
        """The two terms, and the term that each sign belongs to."""
        yield self.one, "one"
        yield self.other, "other"
        yield from ((term, "differs") for sign in self.differs for term in (sign.of, *sign.also_fits))

    def listed_once(self) -> Iterable[tuple[str, str]]:
        """The signs."""
        return ((sign.id, "differs") for sign in self.differs)

    def unsound(self) -> Iterable[tuple[str, str]]:
        """One term where two are to be told apart, and signs of a third."""
        if self.one == self.other:
            yield self.other, f"tells {self.one} apart from itself; name another term in other"
        for sign in self.differs:
            if sign.of not in (self.one, self.other):
                yield sign.id, f"{sign.id} is a sign of {sign.of}, which is neither of the two; name one of them"

    def at_odds(self, knowledge: Knowledge) -> Iterable[tuple[str, str]]:
        """Terms that the bank does not declare apart: then no sign of the one is refuted for the other."""
        if not knowledge.are_apart(self.one, self.other):
            yield self.other, f"{self.one} and {self.other} are not declared apart; add them to an [[apart]]"

    def stems(self) -> Iterable[Stem]:
        """How its signs are asked."""
        yield stem(self.asks_entry, "heading")
        yield stem(self.asks_all)

    def stated(self) -> Iterable[Stated]:
        """Each sign belongs to its term."""
        return (Stated(Claim(f"{self.id}.{sign.id}", IS_A, sign.of)) for sign in self.differs)

    def refutes(self, claim: Claim, knowledge: Knowledge) -> str:
        """Rule (c): a sign of the one is no sign of the other."""
        return case_refutes(self.id, self.differs, claim, knowledge)

    def objectives(self, knowledge: Knowledge) -> Iterator[Objective]:
        """Telling the two apart."""
        one, other = (knowledge.terms[term] for term in (self.one, self.other))
        asks = (
            knowledge.say("{{entry}} Which of the two is this?"),
            self.asks_entry or knowledge.say("Which of these sets {{heading}} apart from {{other}}?"),
            self.asks_all or knowledge.say("Choose for each which of the two it is."),
        )
        aim = knowledge.say("Tell {one} and {other} apart", one=one.spoken, other=other.spoken)
        sorting = case_sorting(self.id, self.differs, (self.one, self.other), knowledge.say("of the two"), asks, knowledge)
        yield self.objective(knowledge, "apart", aim, sorting)

    def passages(self, knowledge: Knowledge, audience: str) -> Iterator[Passage]:
        """The two side by side; for patients what tells them apart in plain words."""
        if self.plain and audience in READERS:
            yield Saying(self.plain)
            return
        one, other = (knowledge.terms[term] for term in (self.one, self.other))
        title = knowledge.say("{One} or {other}?", One=sentence(one.name), other=other.name)
        yield Sides(title, tuple((sentence(term.name), self._signs_of(term.id)) for term in (one, other)))

    def lines(self, knowledge: Knowledge) -> Iterator[Line]:
        """The one differs from the other by these signs."""
        signs = tuple((sign.text, knowledge.terms[sign.of].name) for sign in self.differs)
        yield Line(knowledge.terms[self.one].name, "differs from", ((knowledge.terms[self.other].name, ""), *signs))

    def _signs_of(self, term: str) -> tuple[str, ...]:
        return tuple(sentence(sign.text) for sign in self.differs if sign.of == term or term in sign.also_fits)
