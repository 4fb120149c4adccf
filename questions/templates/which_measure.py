"""Choose what an amount measures."""

from dataclasses import replace
from random import Random

from questions.choosing import FEWEST_DISTRACTORS, canonical, draw, likeness, mean
from questions.interactions import OneOf, Option
from questions.matters import Figure, Rival
from questions.template import Draft, template
from questions.wording import Say, named


@template(Figure, level="tell apart", version=2, called=named("What the number measures"))
def which_measure(figure: Figure, rng: Random, say: Say) -> Draft | None:
    """Give the amount, and offer its measure beside others in the same unit that provably have another."""
    this, *others = figure.measures
    amount = this.options[this.id]
    wrong = [_measure(other, this.id) for other in others if this.id in other.options]
    if len(wrong) < FEWEST_DISTRACTORS:
        return None
    wrong = list(draw(wrong, 3, rng))
    return Draft(
        stem=say("Which of these does this figure measure? “{amount}”", amount=amount.text),
        hint=say("Choose one answer."),
        interaction=OneOf(canonical((_measure(this, this.id), *wrong))),
        item_type="multiple choice",
        why=amount.why,
        nearness=mean([likeness(this.text, option.text) for option in wrong]),
    )


def _measure(measure: Rival, amount: str) -> Option:
    """A measure offered for an amount; the reason is what its own amount is."""
    return replace(measure.options[amount], id=measure.id, text=measure.text, why=measure.options[measure.id].why, size=None)
