"""A question that a patient can take to the doctor; it is never an item."""

from collections.abc import Iterator
from typing import ClassVar

from questions.fact import Fact, Line, kind_of_fact
from questions.knowledge import Knowledge
from questions.passages import Passage, Saying
from questions.plainly import FAMILY, PATIENT


@kind_of_fact
class Prompt(Fact, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A question to ask, what it is about in a word or two, and what the answer helps with.

    `plain` is the question in plain words, `family` the same as somebody asks it who is close to the patient.
    """

    kind: ClassVar[str] = "prompt"
    asked: ClassVar[bool] = False

    asks: str
    about: str
    helps: str
    family: str = ""

    def passages(self, knowledge: Knowledge, audience: str) -> Iterator[Passage]:
        """The question."""
        yield Saying({PATIENT: self.plain, FAMILY: self.family or self.plain}.get(audience) or self.asks, asks=True)

    def lines(self, knowledge: Knowledge) -> Iterator[Line]:
        """One can ask this about that."""
        yield Line(self.about, "can be asked", ((self.asks, self.helps),))
