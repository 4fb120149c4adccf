"""Fill the gaps in a sequence."""

from itertools import combinations
from random import Random

from questions.choosing import canonical
from questions.claims import Claim
from questions.interactions import Blank, DropDowns, Option
from questions.matters import Sequencing, Stage, in_firm_order
from questions.template import Draft, template
from questions.wording import Say, named

GAPS = 3


@template(Sequencing, level="recall", version=2, called=named("Fill in the steps"))
def fill_the_steps(sequence: Sequencing, rng: Random, say: Say) -> Draft | None:
    """Name the places of three steps and have the step chosen for each; places beside an arguable boundary are not asked together."""
    once = [stage for stage in sequence.stages if not stage.twin]
    choices = [gaps for gaps in combinations(once, GAPS) if len(once) > GAPS and in_firm_order(gaps)]
    if not choices:
        return None
    gaps = rng.choice(choices)
    offered = sorted(gaps, key=lambda stage: stage.id)
    return Draft(
        stem=say("In {title}, which step stands in each of these places?", title=sequence.title),
        hint=say("Choose one answer in each list."),
        interaction=DropDowns(tuple(_blank(sequence, gap, offered, say) for gap in gaps)),
        item_type="drop-down table",
        why=" ".join(say("Step {place}: {step}.", place=gap.position, step=gap.text) for gap in gaps),
    )


def _blank(sequence: Sequencing, gap: Stage, offered: list[Stage], say: Say) -> Blank:
    label = say("Step {place} of {last}", place=gap.position, last=len(sequence.stages))
    return Blank(f"step-{gap.position}", label, canonical(_option(sequence, stage, gap, say) for stage in offered))


def _option(sequence: Sequencing, stage: Stage, gap: Stage, say: Say) -> Option:
    why = say("“{step}” is step {place}.", step=stage.text, place=stage.position)
    return Option(stage.id, stage.text, stage is gap, why, (sequence.id,), Claim(sequence.id, f"step {gap.position}", stage.id))
