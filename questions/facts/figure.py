"""How much of something there is, by whose count."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from math import isinf
from typing import ClassVar

from msgspec import Struct

from questions.claims import Claim, Verdict
from questions.fact import Line, kind_of_fact
from questions.interactions import Number, Option
from questions.knowledge import Knowledge
from questions.matters import Figure, Reckoning, Rival
from questions.telling import Misconception, Telling
from questions.wording import Say, in_a_row


class Amount(Misconception, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A false amount: the range for which it stands, in the unit of the figure."""

    low: float
    high: float


class Reckoned(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A question for the number itself, `margin` more or less; `units` are other ways to write the unit.

    `text` is the answer in words, where it is not the whole amount (one end of a range).
    """

    asks: str
    value: int
    unit: str
    margin: int = 0
    units: tuple[str, ...] = ()
    text: str = ""


@kind_of_fact
class Measured(Telling, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A measure of a population, from `low` to `high` in `unit`; what is nearer to it than `margin` is not refuted.

    `excluded` is what is not counted, `said_by` who says so. Each question for it names population, exclusion and who says so.
    """

    kind: ClassVar[str] = "figure"
    introduced: ClassVar[int] = 8
    says: ClassVar[str] = "is"
    aspect: ClassVar[str] = "figure"

    measure: str
    population: str
    said_by: str
    amount: str
    unit: str
    low: float
    high: float
    margin: float
    wrong: tuple[Amount, ...]
    excluded: str = ""
    typed: tuple[Reckoned, ...] = ()

    def label(self, say: Say) -> str:
        """The measure with what it does not say itself of population, exclusion and who says so."""
        untold = [told for told in self.whose(say) if told not in self.measure]
        return f"{self.measure} ({in_a_row(untold, say)})" if untold else self.measure

    def whose(self, say: Say) -> tuple[str, ...]:
        """The population, who is left out of it, and who says so."""
        excluded = say("without {those}", those=self.excluded) if self.excluded else ""
        return tuple(filter(None, (self.population, excluded, self.said_by)))

    @property
    def answer(self) -> Option:
        """The amount."""
        return self.option(self.id, self.id, self.amount, True, self.why, self.low)

    @property
    def false_answers(self) -> tuple[Misconception, ...]:
        """The false amounts, by their size."""
        return tuple(Misconception(id=one.id, text=one.text, why=one.why, claim=one.claim, size=one.low) for one in self.wrong)

    def refutes(self, claim: Claim, knowledge: Knowledge) -> str:
        """Rule (f): an amount in the same unit that lies beyond the margin; rule (e) for what applies it."""
        if claim.subject != self.id:
            return super().refutes(claim, knowledge)
        amounts: dict[str, Amount | Measured] = {f"{self.id}.{one.id}": one for one in self.wrong}
        amounts |= {other.id: other for other in knowledge.of_kind(Measured) if other.unit == self.unit}
        return "f" if claim.object in amounts and self._beyond(amounts[claim.object]) else ""

    def unsound(self) -> Iterable[tuple[str, str]]:
        """Ranges that touch, and questions that do not say what is counted and who says so."""
        yield from super().unsound()
        ranges: tuple[Amount | Measured, ...] = (self, *self.wrong)
        for one in ranges:
            if not one.low <= one.high or isinf(one.low) or isinf(one.high):
                yield one.id, f"{one.id} runs from {one.low:g} to {one.high:g}; write the lesser number in low"
        if not self.margin >= 0:
            yield self.id, f"margin is {self.margin:g}; write 0 or more"
        for asked in self.typed:
            if asked.margin < 0 or not self.low - asked.margin <= asked.value <= self.high + asked.margin:
                yield (
                    asked.asks,
                    f"{asked.value} is asked for, which is not from {self.low:g} to {self.high:g}; mend the value or the margin",
                )
        for wrong in self.wrong:
            if not self._beyond(wrong):
                yield wrong.id, f"{wrong.id} lies within the margin of the figure; move it away, or lessen the margin"
        for one, other in combinations(self.wrong, 2):
            if not _disjoint(one, other, 0):
                yield other.id, f"{one.id} and {other.id} overlap; draw them apart"
        for asks in (self.asks, *(number.asks for number in self.typed)):
            for told in filter(None, (self.population, self.excluded, self.said_by)):
                if told not in asks:
                    yield asks, f"does not say “{told}” in “{asks}”; add it"

    def matter(self, knowledge: Knowledge) -> Figure:
        """A truth whose answer is an amount."""
        truth = self.truth(knowledge)
        return Figure(
            cases=truth.cases,
            claims=truth.claims,
            others=truth.others,
            topic=truth.topic,
            reckonings=tuple(Reckoning(one.asks, self._number(one)) for one in self.typed),
            measures=tuple(self._measures(knowledge)),
        )

    def lines(self, knowledge: Knowledge) -> Iterator[Line]:
        """The measure is so much, of whom, without whom, and by whose count."""
        yield Line(self.measure, self.says, ((self.amount, "; ".join(self.whose(knowledge.say))),))

    def _number(self, asked: Reckoned) -> Number:
        value = Decimal(asked.value)
        key = replace(self.answer, text=asked.text or self.amount)
        return Number(key, value, value, Decimal(asked.margin), asked.unit, asked.units)

    def _beyond(self, other: "Amount | Measured") -> bool:
        return _disjoint(self, other, self.margin)

    def _measures(self, knowledge: Knowledge) -> Iterator[Rival]:
        """This measure and the others in its unit that the same people may see, each with the amounts that are settled for it."""
        fit = (one for one in knowledge.of_kind(Measured) if one.unit == self.unit and set(self.audiences) <= set(one.audiences))
        together = sorted(fit, key=lambda one: (one is not self, one.id))
        for one in together:
            options = (one.rival(other, knowledge) for other in together)
            yield Rival(one.id, one.label(knowledge.say), {option.id: option for option in options if option})

    def rival(self, other: "Measured", knowledge: Knowledge) -> Option | None:
        """The amount of another figure, offered for this one; None where that is not settled."""
        claim = Claim(self.id, self.says, other.id)
        ruling = knowledge.settle(claim)
        if ruling.verdict is Verdict.UNKNOWN:
            return None
        return Option(other.id, other.amount, other is self, other.claim, (self.id, other.id), claim, other.low)


def _disjoint(one: Amount | Measured, other: Amount | Measured, margin: float) -> bool:
    return other.high < one.low - margin or other.low > one.high + margin
