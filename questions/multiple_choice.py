"""One question with its true answer and its misconceptions, as multiple choice."""

from random import Random

from questions.choosing import FEWEST_DISTRACTORS, canonical, draw, likeness, mean
from questions.interactions import OneOf
from questions.matters import Case
from questions.template import Draft
from questions.wording import Say


def one_case(cases: tuple[Case, ...], rng: Random, say: Say) -> Draft | None:
    """One of the cases as multiple choice."""
    askable = [case for case in cases if len(case.misconceptions) >= FEWEST_DISTRACTORS]
    if not askable:
        return None
    case = rng.choice(askable)
    wrong = draw(case.misconceptions, 3, rng)
    return Draft(
        stem=case.asks,
        hint=say("Choose one answer."),
        interaction=OneOf(canonical((case.holds, *wrong))),
        item_type="multiple choice",
        why=case.holds.why,
        nearness=mean([likeness(case.holds.text, option.text) for option in wrong]),
    )
