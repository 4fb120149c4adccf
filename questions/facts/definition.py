"""What a term means."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import ClassVar

from questions.claims import Claim
from questions.fact import Fact, Line, Stated, kind_of_fact
from questions.interactions import Option
from questions.knowledge import Knowledge
from questions.matters import Entry, Heading, Sorting
from questions.objectives import Objective
from questions.passages import Passage, Saying
from questions.plainly import READERS, Plainly, plain_truths
from questions.sorting import entry_of, heading_of, meaning_told
from questions.wording import sentence, within

MEANS = "means"


@kind_of_fact
class Definition(Fact, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A term and its meaning (a sentence or phrase without the term); `also_fits` names terms that the meaning fits as well."""

    kind: ClassVar[str] = "definition"
    introduced: ClassVar[int] = 0

    term: str
    means: str
    also_fits: tuple[str, ...] = ()
    plainly: Plainly | None = None

    def terms_named(self) -> Iterable[tuple[str, str]]:
        """The term, and those that its meaning also fits."""
        yield self.term, "term"
        yield from ((term, "also_fits") for term in self.also_fits)

    def facts_named(self) -> Iterable[str]:
        """The facts whose meanings are offered in plain words."""
        return self.plainly.instead if self.plainly else ()

    def at_odds(self, knowledge: Knowledge) -> Iterable[tuple[str, str]]:
        """Plain words for the meaning of a fact that has none."""
        meanings = {fact.id for fact in knowledge.of_kind(Definition)}
        for id in self.facts_named():
            if id not in meanings:
                yield id, f"puts {id} in plain words, which is no definition; name one"

    def stated(self) -> Iterable[Stated]:
        """The term means this; a meaning is named by its fact."""
        yield Stated(Claim(self.term, MEANS, self.id))

    def meaning_of(self, term: str) -> str:
        """The meaning of its own term."""
        return self.means if term == self.term else ""

    def refutes(self, claim: Claim, knowledge: Knowledge) -> str:
        """Rule (b): a term has one meaning, so that another's is not its own, unless that is marked as fitting too."""
        other = next((fact for fact in knowledge.of_kind(Definition) if fact.id == claim.object), self)
        return "" if other is self or self.term in other.also_fits or knowledge.related(self.term, other.term) else "b"

    def objectives(self, knowledge: Knowledge) -> Iterator[Objective]:
        """Saying what the term means, and naming the term that a meaning belongs to."""
        say, term = knowledge.say, knowledge.terms[self.term].spoken
        for aspect, toward, aim in (
            ("means", "entry", say("Say what {term} is", term=term)),
            ("term", "heading", say("Name {term} when it is described", term=term)),
        ):
            plain = plain_truths(self.plainly, partial(_plain_option, self, knowledge), "") if aspect == "means" else {}
            yield self.objective(knowledge, aspect, aim, _sorting(self, toward, knowledge), plain=plain)

    def passages(self, knowledge: Knowledge, audience: str) -> Iterator[Passage]:
        """The term and what it means."""
        plainly = self.plain if audience in READERS else ""
        yield Saying(plainly or sentence(f"{self.means}."), sentence(knowledge.terms[self.term].name))

    def lines(self, knowledge: Knowledge) -> Iterator[Line]:
        """The term means this."""
        yield Line(knowledge.terms[self.term].name, "means", ((self.means, ""),))


def _sorting(definition: Definition, toward: str, knowledge: Knowledge) -> Sorting:
    kind, say = knowledge.kinds[knowledge.terms[definition.term].kind], knowledge.say
    asks_term = kind.asks_term or say("Which {{one}} is described here? “{{meaning}}”")
    asks_meaning = kind.asks_meaning or say("Which of these describes {{term}}?")
    asks_match = kind.asks_match or say("Match each description with the {{one}} that it fits.")
    rivals = [fact for fact in knowledge.of_kind(Definition) if knowledge.terms[fact.term].kind == kind.id]
    headings = tuple(_heading(fact, knowledge) for fact in rivals)
    return Sorting(
        headings=headings,
        entries=tuple(_entry(fact, rivals, knowledge) for fact in rivals),
        focus=(definition.id,),
        toward=toward,
        one=kind.one,
        asks_heading=asks_term.replace("{meaning}", "{entry}").replace("{one}", kind.one),
        asks_entry=asks_meaning.replace("{term}", "{heading}"),
        asks_all=asks_match.replace("{one}", kind.one),
    )


def _plain_option(definition: Definition, knowledge: Knowledge, id: str, text: str, why: str) -> Option:
    """The meaning of this term, or that of another definition: then it is said of what it is the meaning."""
    claim = Claim(definition.term, MEANS, id or definition.id)
    if id:
        other = knowledge.facts[id]
        assert isinstance(other, Definition), f"{id} has no meaning that could be put in plain words"
        why = knowledge.say("These words fit {term}.", term=knowledge.terms[other.term].spoken)
    return Option(claim.object, text, not id, why, knowledge.settle(claim).facts, claim)


def _heading(fact: Definition, knowledge: Knowledge) -> Heading:
    return heading_of(fact.term, meaning_told(fact.term, fact.means, knowledge), knowledge)


def _entry(fact: Definition, rivals: list[Definition], knowledge: Knowledge) -> Entry:
    claims = {rival.term: Claim(rival.term, MEANS, fact.id) for rival in rivals}
    return entry_of(fact.id, fact.means, _told(fact, knowledge), claims, knowledge, refuted_by=(fact.id,))


def _told(fact: Definition, knowledge: Knowledge) -> str:
    """What a meaning describes, and the same once more as patients would say it."""
    term = knowledge.terms[fact.term].spoken
    if not fact.plain:
        return knowledge.say("This describes {term}.", term=term)
    return knowledge.say("This describes {term}. In plain words: {plain}", term=term, plain=within(fact.plain))
