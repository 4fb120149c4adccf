"""Highlight the true sentences of a text."""

from collections.abc import Sequence
from random import Random

from questions.choosing import draw, likeness, mean
from questions.content_words import content_words
from questions.interactions import Block, Highlight, Option
from questions.matters import Truth
from questions.template import Draft, template
from questions.wording import Say, named

FEWEST_WRONG = 2


@template(Truth, level="tell apart", version=2, called=named("Highlight what is true"))
def highlight_what_is_true(truth: Truth, rng: Random, say: Say) -> Draft | None:
    """A text of the statement, its misconceptions, and others on the same topic: more that is false than is true."""
    true, false = [option for option in truth.claims if option.correct][:1], [option for option in truth.claims if not option.correct]
    other_true, other_false = ([option for option in truth.others if option.correct is right] for right in (True, False))
    if not true or not false or len(false) + len(other_false) <= FEWEST_WRONG:
        return None
    wrong = (*draw(false, 2, rng), *draw(other_false, 3 - min(2, len(false)), rng))
    shuffled = rng.sample(other_true, len(other_true))
    right = (*true, *[option for option in shuffled if not _told_by(truth.topic, (*true, option), wrong)][:1])
    if _told_by(truth.topic, right, wrong):
        wrong = (*wrong, *[option for option in other_false if not _told_by(truth.topic, right, (*wrong, option))][:1])
    return Draft(
        stem=say("{topic}: highlight every sentence that is true.", topic=truth.topic),
        hint=say("There may be one or several."),
        interaction=Highlight((Block("", tuple(sorted((*right, *wrong), key=lambda option: option.id))),)),
        item_type="highlight text",
        why=true[0].why,
        nearness=mean([likeness(true[0].text, option.text) for option in wrong]),
    )


def _told_by(topic: str, right: Sequence[Option], wrong: Sequence[Option]) -> bool:
    """Whether a word of the topic stands in all that is true and in nothing that is false."""
    in_all = frozenset.intersection(*(content_words(option.text) for option in right))
    return bool(content_words(topic) & in_all - frozenset().union(*(content_words(option.text) for option in wrong)))
