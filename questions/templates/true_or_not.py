"""Say of statements whether they hold."""

from random import Random

from questions.choosing import draw
from questions.interactions import Column, Grid, Option, Row
from questions.matters import Truth
from questions.template import Draft, template
from questions.wording import Say


@template(Truth, level="tell apart")
def true_or_not(truth: Truth, rng: Random, say: Say) -> Draft | None:
    """A grid of two statements that hold and two that do not, one of each from this fact, the others on the same topic."""
    own = {correct: [option for option in truth.claims if option.correct is correct] for correct in (True, False)}
    others = {correct: [option for option in truth.others if option.correct is correct] for correct in (True, False)}
    if not all((*own.values(), *others.values())):
        return None
    options = [option for correct in (True, False) for option in (rng.choice(own[correct]), *draw(others[correct], 1, rng))]
    columns = (Column("true", say("True")), Column("not-true", say("Not true")))
    return Draft(
        stem=say("{topic}: say of each statement whether it is true.", topic=truth.topic),
        hint=say("Choose one answer in each row."),
        interaction=Grid(columns, tuple(_row(option) for option in sorted(options, key=lambda option: option.id)), one_per_row=True),
        item_type="matrix multiple choice",
        why=own[True][0].why,
    )


def _row(option: Option) -> Row:
    column = "true" if option.correct else "not-true"
    return Row(option.id, option.text, (column,), option.why, option.facts, (option.claim, option.claim._replace(denied=True)))
