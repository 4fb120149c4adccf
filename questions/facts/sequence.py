"""Ordered steps."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from msgspec import Struct

from questions.claims import Claim
from questions.fact import Fact, Line, Stated, kind_of_fact
from questions.knowledge import Knowledge
from questions.matters import Sequencing, Stage
from questions.objectives import Objective
from questions.passages import Passage, Saying, Steps
from questions.wording import sentence


class Phase(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A step; `arguable` says that its boundary with the next one can be argued, `twin` that it happens a second time."""

    id: str
    text: str
    arguable: bool = False
    twin: bool = False


@kind_of_fact
class Sequence(Fact, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A title that completes "In …", and steps in their order."""

    kind: ClassVar[str] = "sequence"
    introduced: ClassVar[int] = 4

    title: str
    aim: str
    steps: tuple[Phase, ...]

    def stated(self) -> Iterable[Stated]:
        """Each step has its place."""
        return (Stated(Claim(self.id, f"step {place}", f"{self.id}.{step.id}")) for place, step in enumerate(self.steps, 1))

    def refutes(self, claim: Claim, knowledge: Knowledge) -> str:
        """Rule (f): the step has another place, unless the boundary between the two can be argued or both steps are twins."""
        places = {f"{self.id}.{step.id}": place for place, step in enumerate(self.steps)}
        if (own := places.get(claim.object)) is None:
            return ""
        said = int(claim.predicate.removeprefix("step ")) - 1
        arguable = abs(own - said) == 1 and self.steps[min(own, said)].arguable
        return "" if own == said or arguable or (self.steps[own].twin and self.steps[said].twin) else "f"

    def objectives(self, knowledge: Knowledge) -> Iterator[Objective]:
        """Putting the steps in order."""
        yield self.objective(knowledge, "order", self.aim, Sequencing(self.id, self.title, tuple(self._stages())))

    def passages(self, knowledge: Knowledge, audience: str) -> Iterator[Passage]:
        """The steps; for patients a plain sentence before them."""
        if self.plain and audience == "patient":
            yield Saying(self.plain)
        yield Steps(sentence(self.title), tuple(step.text for step in self.steps))

    def lines(self, knowledge: Knowledge) -> Iterator[Line]:
        """The sequence has these steps."""
        yield Line(self.title, "has step", tuple((step.text, str(place)) for place, step in enumerate(self.steps, 1)), "closed")

    def _stages(self) -> Iterator[Stage]:
        for place, step in enumerate(self.steps, 1):
            yield Stage(f"{self.id}.{step.id}", step.text, place, not step.arguable, step.twin)
