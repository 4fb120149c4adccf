"""Choose the step that follows another."""

from itertools import pairwise
from random import Random

from questions.choosing import FEWEST_DISTRACTORS, canonical, draw
from questions.claims import Claim
from questions.interactions import OneOf, Option
from questions.matters import Sequencing, Stage, right_after
from questions.template import Draft, template
from questions.wording import Say, named


@template(Sequencing, level="recognise", version=2, called=named("What comes next"))
def what_comes_next(sequence: Sequencing, rng: Random, say: Say) -> Draft | None:
    """Ask which step follows one of the steps, across a boundary that cannot be argued and between steps that happen once."""
    pairs = [pair for pair in pairwise(sequence.stages) if pair[0].firm and len(_wrong(pair, sequence)) >= FEWEST_DISTRACTORS]
    if not pairs:
        return None
    one, after = rng.choice(pairs)
    wrong = draw(_wrong((one, after), sequence), 3, rng)
    return Draft(
        stem=say("In {title}, which step comes right after this one? “{step}”", title=sequence.title, step=one.text),
        hint=say("Choose one answer."),
        interaction=OneOf(canonical(_option(sequence, stage, (one, after), say) for stage in (after, *wrong))),
        item_type="multiple choice",
        why=say(
            "“{after}” is step {place} of {last}, right after “{step}”.",
            after=after.text,
            place=after.position,
            last=len(sequence.stages),
            step=one.text,
        ),
        nearness=1 / min(abs(stage.position - after.position) for stage in wrong),
    )


def _wrong(pair: tuple[Stage, Stage], sequence: Sequencing) -> list[Stage]:
    """Steps that provably do not stand there: none that happens twice, and none that could be argued to change places with the pair."""
    if any(stage.twin for stage in pair):
        return []
    arguable = {stage for two in pairwise(sequence.stages) if not two[0].firm and set(two) & set(pair) for stage in two}
    return [stage for stage in sequence.stages if stage not in pair and stage not in arguable and not stage.twin]


def _option(sequence: Sequencing, stage: Stage, pair: tuple[Stage, Stage], say: Say) -> Option:
    return Option(
        id=stage.id,
        text=stage.text,
        correct=stage is pair[1],
        why=say("This is step {place} of {last}.", place=stage.position, last=len(sequence.stages)),
        facts=(sequence.id,),
        claim=Claim(sequence.id, right_after(pair[0].id), stage.id),
    )
