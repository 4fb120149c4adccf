"""Facts that answer a question: what is true, what people believe instead, and questions that apply it."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from msgspec import Struct

from questions.choosing import FEWEST_DISTRACTORS
from questions.claims import Claim
from questions.fact import Fact, Line, Stated
from questions.interactions import Option
from questions.knowledge import Knowledge
from questions.matters import Case, Truth
from questions.objectives import Objective
from questions.passages import Passage, Saying
from questions.plainly import READERS, Plainly, plain_truths, unknown_answers


class Misconception(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A false answer that people give, as an option and as a sentence that stands alone, and why it is false.

    Where answers are amounts, `size` puts them in their order.
    """

    id: str
    text: str
    why: str
    claim: str = ""
    size: float | None = None


class Application(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A question that applies the statement to a case, with its true answer and false ones."""

    id: str
    asks: str
    holds: str
    why: str
    misconceptions: tuple[Misconception, ...]
    size: float | None = None


class Telling(Fact, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`asks` is the question, `claim` its answer as a sentence that stands alone; `says` is the predicate of what it states.

    `covers` names facts that are asked together with it: what a relation lists, told as a statement.
    """

    says: ClassVar[str]
    aspect: ClassVar[str]

    aim: str
    asks: str
    claim: str
    why: str
    applied: tuple[Application, ...] = ()
    plainly: Plainly | None = None
    covers: tuple[str, ...] = ()

    @property
    def answer(self) -> Option:
        """The true answer to its question."""
        raise NotImplementedError

    @property
    def false_answers(self) -> tuple[Misconception, ...]:
        """The false answers to its question."""
        raise NotImplementedError

    def applications(self) -> tuple[Application, ...]:
        """Every further question with an answer of its own."""
        return self.applied

    def facts_named(self) -> Iterable[str]:
        """Those that it covers."""
        return self.covers

    def matter(self, knowledge: Knowledge) -> Truth:
        """What is asked."""
        return self.truth(knowledge)

    def stated(self) -> Iterable[Stated]:
        """The statement holds, and so does the answer to each application."""
        yield Stated(Claim(self.id, self.says, self.id))
        yield from (Stated(Claim(f"{self.id}.{case.id}", self.says, f"{self.id}.{case.id}")) for case in self.applications())

    def refutes(self, claim: Claim, knowledge: Knowledge) -> str:
        """Rule (e): it is a misconception that the statement answers."""
        return "e" if claim.object in {f"{about}.{wrong.id}" for about, wrong in self._wrong() if about == claim.subject} else ""

    def objectives(self, knowledge: Knowledge) -> Iterator[Objective]:
        """Saying what is true."""
        plain = plain_truths(self.plainly, self._plain_option, knowledge.topic_titles[knowledge.bank.topic_of[self.id]])
        yield self.objective(knowledge, self.aspect, self.aim, self.matter(knowledge), (self.id, *self.covers), plain=plain)

    def listed_once(self) -> Iterable[tuple[str, str]]:
        """The false answers to each question, and the questions that apply it."""
        yield from ((false.id, "the false answers") for false in self.false_answers)
        for case in self.applications():
            yield case.id, "the questions"
            yield from ((false.id, f"the false answers of {case.id}") for false in case.misconceptions)

    def unsound(self) -> Iterable[tuple[str, str]]:
        """Too few false answers to choose among, and plain words for one that it does not have."""
        for about, few in ((self.id, self.false_answers), *((case.id, case.misconceptions) for case in self.applications())):
            if len(few) < FEWEST_DISTRACTORS:
                yield about, f"{about} has {len(few)} false answers; give it {FEWEST_DISTRACTORS} or more, so that it can be asked"
        for id in unknown_answers(self.plainly, (false.id for false in self.false_answers)):
            yield id, f"puts {id} in plain words and has no such false answer; mend the id"

    def passages(self, knowledge: Knowledge, audience: str) -> Iterator[Passage]:
        """What is true."""
        yield Saying((self.plain if audience in READERS else "") or self.claim)

    def lines(self, knowledge: Knowledge) -> Iterator[Line]:
        """What is asked holds in this way."""
        yield Line(self.asks, self.says, ((self.claim, ""),))

    def claims_alone(self) -> tuple[Option, ...]:
        """The statement and its misconceptions, each as a sentence that stands alone."""
        wrong = (
            self.option(self.id, f"{self.id}.{false.id}", false.claim, False, false.why) for false in self.false_answers if false.claim
        )
        return (self.option(self.id, self.id, self.claim, True, self.why), *wrong)

    def truth(self, knowledge: Knowledge) -> Truth:
        """The question, those that apply it, and statements for and against."""
        topic = knowledge.bank.topic_of[self.id]
        others = tuple(
            option
            for fact in knowledge.of_kind(Telling)
            if fact.id != self.id and knowledge.bank.topic_of[fact.id] == topic and set(self.audiences) <= set(fact.audiences)
            for option in fact.claims_alone()
        )
        main = Case(self.asks, self.answer, self.wrong_options(self.id, self.false_answers))
        return Truth((main, *map(self.case, self.applied)), self.claims_alone(), others, knowledge.topic_titles[topic])

    def case(self, applied: Application) -> Case:
        """A question with its true answer and false ones."""
        about = f"{self.id}.{applied.id}"
        holds = self.option(about, about, applied.holds, True, applied.why, applied.size)
        return Case(applied.asks, holds, self.wrong_options(about, applied.misconceptions))

    def wrong_options(self, about: str, misconceptions: Iterable[Misconception]) -> tuple[Option, ...]:
        """False answers to one question."""
        return tuple(self.option(about, f"{about}.{false.id}", false.text, False, false.why, false.size) for false in misconceptions)

    def option(self, about: str, id: str, text: str, correct: bool, why: str, size: float | None = None) -> Option:
        """An answer to one question."""
        return Option(id, text, correct, why, (self.id,), Claim(about, self.says, id), size)

    def _plain_option(self, id: str, text: str, why: str) -> Option:
        return self.option(self.id, f"{self.id}.{id}" if id else self.id, text, not id, why)

    def _wrong(self) -> Iterator[tuple[str, Misconception]]:
        yield from ((self.id, wrong) for wrong in self.false_answers)
        yield from ((f"{self.id}.{case.id}", wrong) for case in self.applications() for wrong in case.misconceptions)
