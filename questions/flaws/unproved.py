"""A right answer that the bank does not prove, or a wrong one that it does not refute."""

from collections.abc import Iterator

from questions.claims import Verdict
from questions.flaw import flaw
from questions.interactions import claims_made
from questions.items import Item
from questions.knowledge import Knowledge


@flaw
def unproved(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """Settle every claim that an answer can make: keys must be entailed, distractors contradicted; unknown is not good enough."""
    for claim, correct in claims_made(item.interaction):
        verdict, wanted = knowledge.settle(claim).verdict, Verdict.ENTAILED if correct else Verdict.CONTRADICTED
        if verdict is not wanted:
            denied = "not " if claim.denied else ""
            yield f"“{claim.subject} {denied}{claim.predicate} {claim.object}” is {verdict} and should be {wanted}"
