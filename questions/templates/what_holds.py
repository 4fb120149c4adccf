"""Choose the true answer among misconceptions."""

from random import Random

from questions.matters import Truth
from questions.multiple_choice import one_case
from questions.template import Draft, template
from questions.wording import Say, named


@template(Truth, level="recognise", version=3, called=named("Which statement holds"))
def what_holds(truth: Truth, rng: Random, say: Say) -> Draft | None:
    """Ask the question itself."""
    return one_case(truth.cases[:1], rng, say)
