"""Ordered steps."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import ClassVar

from msgspec import Struct

from questions.claims import Claim
from questions.fact import Fact, Line, Stated, kind_of_fact
from questions.knowledge import Knowledge
from questions.matters import Sequencing, Stage, right_after
from questions.objectives import Objective
from questions.passages import Passage, Saying, Steps
from questions.plainly import READERS
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

    def listed_once(self) -> Iterable[tuple[str, str]]:
        """The steps."""
        return ((step.id, "steps") for step in self.steps)

    def unsound(self) -> Iterable[tuple[str, str]]:
        """A step that has nothing before or behind it."""
        if len(self.steps) == 1:
            yield self.steps[0].id, "has one step, which has no order; add the others"

    def stated(self) -> Iterable[Stated]:
        """Each step has its place, and comes right after another, where that cannot be argued and both happen once."""
        yield from (Stated(Claim(self.id, f"step {place}", f"{self.id}.{step.id}")) for place, step in enumerate(self.steps, 1))
        for one, after in pairwise(self.steps):
            if not (one.arguable or one.twin or after.twin):
                yield Stated(Claim(self.id, right_after(f"{self.id}.{one.id}"), f"{self.id}.{after.id}"))

    def refutes(self, claim: Claim, knowledge: Knowledge) -> str:
        """Rule (f): the step has another place, unless the boundary between the two can be argued or both steps are twins."""
        places = {f"{self.id}.{step.id}": place for place, step in enumerate(self.steps)}
        if (own := places.get(claim.object)) is None:
            return ""
        if claim.predicate.startswith(right_after("")):
            return self._does_not_follow(places[claim.predicate.removeprefix(right_after(""))], own)
        said = int(claim.predicate.removeprefix("step ")) - 1
        return "" if own == said or self._arguable(own, said) or (self.steps[own].twin and self.steps[said].twin) else "f"

    def objectives(self, knowledge: Knowledge) -> Iterator[Objective]:
        """Putting the steps in order."""
        yield self.objective(knowledge, "order", self.aim, Sequencing(self.id, self.title, tuple(self._stages())))

    def passages(self, knowledge: Knowledge, audience: str) -> Iterator[Passage]:
        """The steps; for patients a plain sentence before them."""
        if self.plain and audience in READERS:
            yield Saying(self.plain)
        yield Steps(sentence(self.title), tuple(step.text for step in self.steps))

    def lines(self, knowledge: Knowledge) -> Iterator[Line]:
        """The sequence has these steps."""
        yield Line(self.title, "has step", tuple((step.text, str(place)) for place, step in enumerate(self.steps, 1)), "closed")

    def _does_not_follow(self, one: int, other: int) -> str:
        """Rule (f), of a step that is said to come right after one that another follows for certain."""
        arguable = self._arguable(other, one) or self._arguable(other, one + 1)
        return "" if other == one + 1 or arguable or self.steps[other].twin else "f"

    def _arguable(self, one: int, other: int) -> bool:
        return abs(one - other) == 1 and self.steps[min(one, other)].arguable

    def _stages(self) -> Iterator[Stage]:
        for place, step in enumerate(self.steps, 1):
            yield Stage(f"{self.id}.{step.id}", step.text, place, not step.arguable, step.twin)
