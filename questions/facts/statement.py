"""Something true, with the misconception that it answers."""

from typing import ClassVar

from questions.fact import kind_of_fact
from questions.interactions import Option
from questions.telling import Misconception, Telling


@kind_of_fact
class Statement(Telling, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`asks` is the question, `holds` its answer as an option, `claim` the same as a sentence that stands alone."""

    kind: ClassVar[str] = "statement"
    introduced: ClassVar[int] = 6
    says: ClassVar[str] = "holds"
    aspect: ClassVar[str] = "holds"

    holds: str
    misconceptions: tuple[Misconception, ...]

    @property
    def answer(self) -> Option:
        """What holds."""
        return self.option(self.id, self.id, self.holds, True, self.why)

    @property
    def false_answers(self) -> tuple[Misconception, ...]:
        """The misconceptions."""
        return self.misconceptions
