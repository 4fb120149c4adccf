"""Apply something true to a case."""

from random import Random

from questions.matters import Truth
from questions.multiple_choice import one_case
from questions.template import Draft, template
from questions.wording import Say, named


@template(Truth, level="tell apart", version=2, called=named("Apply it to a case"))
def apply_it(truth: Truth, rng: Random, say: Say) -> Draft | None:
    """Ask one of the questions that apply the statement."""
    return one_case(truth.cases[1:], rng, say)
