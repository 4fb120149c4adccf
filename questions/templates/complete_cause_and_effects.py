"""Complete a sentence that gives two effects and their reason (a rationale triad)."""

from random import Random

from questions.matters import Cause
from questions.reasoning import ask_reason
from questions.template import Draft, template
from questions.wording import Say, named


@template(Cause, level="tell apart", version=2, called=named("Complete the cause and its effects"))
def complete_cause_and_effects(cause: Cause, rng: Random, say: Say) -> Draft | None:
    """Two effects, of which neither counts without the reason."""
    return ask_reason(cause, 2, rng, say)
