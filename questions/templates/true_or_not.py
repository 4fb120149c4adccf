"""Say of statements whether they hold."""

from random import Random

from questions.choosing import draw, likeness, mean
from questions.interactions import Column, Grid, Option, Row
from questions.matters import Truth
from questions.template import Draft, template
from questions.wording import Say, named


@template(Truth, level="tell apart", version=3, called=named("True or not, row by row"))
def true_or_not(truth: Truth, rng: Random, say: Say) -> Draft | None:
    """A grid of the statement, two of its misconceptions, and another statement on the same topic that holds."""
    true, others = [option for option in truth.claims if option.correct], [option for option in truth.others if option.correct]
    false = [option for option in truth.claims if not option.correct]
    if not true or not others or len(false) < 2:
        return None
    options = (*true[:1], *draw(false, 2, rng), *draw(others, 1, rng))
    columns = (Column("true", say("True")), Column("not-true", say("Not true")))
    return Draft(
        stem=say("{topic}: say of each statement whether it is true.", topic=truth.topic),
        hint=say("Choose one answer in each row."),
        interaction=Grid(columns, tuple(_row(option) for option in sorted(options, key=lambda option: option.id)), one_per_row=True),
        item_type="matrix multiple choice",
        why=true[0].why,
        nearness=mean([likeness(true[0].text, option.text) for option in options if not option.correct]),
    )


def _row(option: Option) -> Row:
    column = "true" if option.correct else "not-true"
    return Row(option.id, option.text, (column,), option.why, option.facts, (option.claim, option.claim._replace(denied=True)))
