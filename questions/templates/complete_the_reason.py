"""Complete a sentence that gives an effect and its reason (a rationale dyad)."""

from random import Random

from questions.matters import Cause
from questions.reasoning import ask_reason
from questions.template import Draft, template
from questions.wording import Say, named


@template(Cause, level="tell apart", version=2, called=named("Complete the reason"))
def complete_the_reason(cause: Cause, rng: Random, say: Say) -> Draft | None:
    """One effect and the reason, right together or not at all."""
    return ask_reason(cause, 1, rng, say)
