"""Something that is not so, from a named source: it refutes options and is never asked."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from questions.claims import Claim
from questions.fact import Fact, Line, kind_of_fact
from questions.knowledge import Knowledge


@kind_of_fact
class Denial(Fact, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A subject does not stand in a relation to an object; `who` names the source that says so.

    `because` tells readers why, in half a sentence ("it treats allergies"), where no list tells.
    """

    kind: ClassVar[str] = "not"
    asked: ClassVar[bool] = False

    subject: str
    predicate: str
    object: str
    who: str
    because: str = ""

    def terms_named(self) -> Iterable[tuple[str, str]]:
        """Both sides."""
        yield self.subject, "subject"
        yield self.object, "object"

    def predicates_named(self) -> Iterable[str]:
        """The one that it denies."""
        yield self.predicate

    def refutes(self, claim: Claim, knowledge: Knowledge) -> str:
        """Rule (d): a fact says no."""
        return "d" if self.object in knowledge.line_of(claim.object) else ""

    def reason_against(self) -> str:
        """Why it is not so."""
        return self.because

    def subjects_judged(self) -> Iterable[tuple[str, str]]:
        """Its own subject alone."""
        yield self.subject, self.predicate

    def lines(self, knowledge: Knowledge) -> Iterator[Line]:
        """The subject is not so."""
        yield Line(knowledge.terms[self.subject].name, f"not {self.predicate}", ((knowledge.terms[self.object].name, ""),))
