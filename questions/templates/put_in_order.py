"""Put steps in their order."""

from itertools import combinations
from random import Random

from questions.claims import Claim
from questions.interactions import Order, Step
from questions.matters import Sequencing, Stage, in_firm_order
from questions.template import Draft, template
from questions.wording import Say, named

STEPS = 4


@template(Sequencing, level="tell apart", version=2, called=named("Put in order"))
def put_in_order(sequence: Sequencing, rng: Random, say: Say) -> Draft | None:
    """Take four steps whose order rests on no boundary that can be argued and on no step that happens twice."""
    choices = [stages for stages in combinations([stage for stage in sequence.stages if not stage.twin], STEPS) if in_firm_order(stages)]
    if not choices:
        return None
    stages = rng.choice(choices)
    return Draft(
        stem=say("Put these steps of {title} in order, from first to last.", title=sequence.title),
        hint=say("Give each step its place: 1 comes first."),
        interaction=Order(tuple(_step(sequence, stage, place, say) for place, stage in enumerate(stages, 1))),
        item_type="ordered response",
        why=" → ".join(stage.text for stage in stages),
    )


def _step(sequence: Sequencing, stage: Stage, place: int, say: Say) -> Step:
    why = say("This is step {place} of {last}.", place=stage.position, last=len(sequence.stages))
    return Step(stage.id, stage.text, place, why, (sequence.id,), Claim(sequence.id, f"step {stage.position}", stage.id))
