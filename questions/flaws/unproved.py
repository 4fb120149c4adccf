"""More than one or no right answer, or one that the bank does not settle."""

from collections.abc import Iterator

from questions.claims import Verdict
from questions.flaw import flaw
from questions.interactions import AnyOf, DropDowns, NOf, OneOf, claims_made, key_ids
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


@flaw
def number_of_keys(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """One of has one key, n of has n, every drop-down one, and every item at least one."""
    keys = key_ids(item.interaction)
    match item.interaction:
        case OneOf() if len(keys) != 1:
            yield f"one answer is to be chosen and {len(keys)} are right"
        case NOf(n, _) if len(keys) != n:
            yield f"{n} answers are to be chosen and {len(keys)} are right"
        case DropDowns(blanks) if len(keys) != len(blanks):
            yield f"{len(blanks)} lists hold {len(keys)} right answers"
        case AnyOf() if not keys:
            yield "no answer is right"
        case _:
            pass
