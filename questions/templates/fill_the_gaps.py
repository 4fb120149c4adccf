"""Fill the gaps of a sentence that gives an effect and its reason, each by itself."""

from random import Random

from questions.interactions import DropDowns
from questions.matters import Cause
from questions.reasoning import gap, nearness, reasons, sentence_with_gaps, to_complete
from questions.template import Draft, template
from questions.wording import Say, named


@template(Cause, level="recognise", version=1, called=named("Fill the gaps"))
def fill_the_gaps(cause: Cause, rng: Random, say: Say) -> Draft | None:
    """The sentence of a rationale dyad as a cloze: each gap counts by itself."""
    if not (cases := sentence_with_gaps(cause, 1)):
        return None
    return Draft(
        stem=to_complete(cause, say),
        hint=say("Choose one answer in each list. Each counts by itself."),
        interaction=DropDowns(tuple(gap(case, cause, rng) for case in cases)),
        item_type="drop-down cloze",
        why=reasons(cases, cause),
        nearness=nearness(cases),
    )
