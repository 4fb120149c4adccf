"""Something true, with the misconception that it answers."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from msgspec import Struct

from questions.claims import Claim
from questions.fact import Fact, Line, Stated, kind_of_fact
from questions.interactions import Option
from questions.knowledge import Knowledge
from questions.matters import Case, Truth
from questions.objectives import Objective
from questions.passages import Passage, Saying
from questions.wording import sentence

HOLDS = "holds"


class Misconception(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A false answer that people give, as an option and as a sentence that stands alone, and why it is false."""

    id: str
    text: str
    why: str
    claim: str = ""


class Application(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A question that applies the statement to a case, with its true answer and false ones."""

    id: str
    asks: str
    holds: str
    why: str
    misconceptions: tuple[Misconception, ...]


@kind_of_fact
class Statement(Fact, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`asks` is the question, `holds` its answer as an option, `claim` the same as a sentence that stands alone."""

    kind: ClassVar[str] = "statement"
    introduced: ClassVar[int] = 6

    aim: str
    asks: str
    holds: str
    claim: str
    why: str
    misconceptions: tuple[Misconception, ...]
    applied: tuple[Application, ...] = ()

    def stated(self) -> Iterable[Stated]:
        """The statement holds, and so does the answer to each application."""
        yield Stated(Claim(self.id, HOLDS, self.id))
        yield from (Stated(Claim(f"{self.id}.{case.id}", HOLDS, f"{self.id}.{case.id}")) for case in self.applied)

    def refutes(self, claim: Claim, knowledge: Knowledge) -> str:
        """Rule (e): it is a misconception that the statement answers."""
        return "e" if claim.object in {f"{about}.{wrong.id}" for about, wrong in self._wrong() if about == claim.subject} else ""

    def objectives(self, knowledge: Knowledge) -> Iterator[Objective]:
        """Saying what is true."""
        yield self.objective(knowledge, "holds", self.aim, self._truth(knowledge))

    def passages(self, knowledge: Knowledge, audience: str) -> Iterator[Passage]:
        """The statement itself."""
        yield Saying((self.plain if audience == "patient" else "") or self.claim)

    def lines(self, knowledge: Knowledge) -> Iterator[Line]:
        """What is asked holds in this way."""
        yield Line(self.asks, HOLDS, ((self.claim, ""),))

    def claims_alone(self) -> tuple[Option, ...]:
        """The statement and its misconceptions, each as a sentence that stands alone."""
        wrong = (
            self._option(self.id, f"{self.id}.{false.id}", false.claim, False, false.why) for false in self.misconceptions if false.claim
        )
        return (self._option(self.id, self.id, self.claim, True, self.why), *wrong)

    def _truth(self, knowledge: Knowledge) -> Truth:
        main = self._case(self.id, self.asks, self.holds, self.why, self.misconceptions)
        applied = tuple(self._case(f"{self.id}.{case.id}", case.asks, case.holds, case.why, case.misconceptions) for case in self.applied)
        topic = knowledge.bank.topic_of[self.id]
        others = tuple(
            option
            for fact in knowledge.of_kind(Statement)
            if fact.id != self.id and knowledge.bank.topic_of[fact.id] == topic and set(self.audiences) <= set(fact.audiences)
            for option in fact.claims_alone()
        )
        return Truth((main, *applied), self.claims_alone(), others, knowledge.topic_titles[topic])

    def _case(self, about: str, asks: str, holds: str, why: str, misconceptions: tuple[Misconception, ...]) -> Case:
        wrong = tuple(self._option(about, f"{about}.{false.id}", false.text, False, false.why) for false in misconceptions)
        return Case(asks, self._option(about, about, holds, True, why), wrong)

    def _option(self, about: str, id: str, text: str, correct: bool, why: str) -> Option:
        return Option(id, sentence(text), correct, why, (self.id,), Claim(about, HOLDS, id))

    def _wrong(self) -> Iterator[tuple[str, Misconception]]:
        yield from ((self.id, wrong) for wrong in self.misconceptions)
        yield from ((f"{self.id}.{case.id}", wrong) for case in self.applied for wrong in case.misconceptions)
