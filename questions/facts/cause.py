"""Something that is so because of something else."""

from typing import ClassVar

from msgspec import Struct

from questions.fact import kind_of_fact
from questions.interactions import Option
from questions.knowledge import Knowledge
from questions.matters import Cause
from questions.telling import Application, Misconception, Telling


class Linked(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The cause as a sentence with gaps, each an application: what stands before the gap, what belongs in it, and what does not."""

    because: Application
    effects: tuple[Application, ...]
    context: str = ""


@kind_of_fact
class Because(Telling, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`asks` asks for the reason that the document gives, `because` is that reason; false ones are reasons for something else."""

    kind: ClassVar[str] = "cause"
    introduced: ClassVar[int] = 7
    says: ClassVar[str] = "because"
    aspect: ClassVar[str] = "because"

    because: str
    misconceptions: tuple[Misconception, ...]
    linked: Linked | None = None

    @property
    def answer(self) -> Option:
        """The reason."""
        return self.option(self.id, self.id, self.because, True, self.why)

    @property
    def false_answers(self) -> tuple[Misconception, ...]:
        """The false reasons."""
        return self.misconceptions

    def applications(self) -> tuple[Application, ...]:
        """The cases and the gaps."""
        return (*self.applied, *((self.linked.because, *self.linked.effects) if self.linked else ()))

    def matter(self, knowledge: Knowledge) -> Cause:
        """A truth whose answer is a reason."""
        truth = self.truth(knowledge)
        return Cause(
            cases=truth.cases,
            claims=truth.claims,
            others=truth.others,
            topic=truth.topic,
            context=self.linked.context if self.linked else "",
            because=self.case(self.linked.because) if self.linked else None,
            effects=tuple(map(self.case, self.linked.effects)) if self.linked else (),
        )
