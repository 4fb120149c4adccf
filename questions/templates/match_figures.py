"""Match what is measured with how much there is of it."""

from itertools import combinations
from random import Random

from questions.choosing import canonical
from questions.interactions import Blank, DropDowns
from questions.matters import Figure, Rival
from questions.template import Draft, template
from questions.wording import Say

MEASURES = 3


@template(Figure, level="tell apart", version=2)
def match_figures(figure: Figure, rng: Random, say: Say) -> Draft | None:
    """Take this measure and two others whose amounts lie clear of each other."""
    this, *others = figure.measures
    choices = [measures for two in combinations(others, MEASURES - 1) if _clear(measures := (this, *two))]
    if not choices:
        return None
    chosen = sorted(rng.choice(choices), key=lambda measure: measure.id)
    ids = [measure.id for measure in chosen]
    return Draft(
        stem=say("Match each measure with the figure that its source gives for it."),
        hint=say("Choose one answer in each list."),
        interaction=DropDowns(tuple(Blank(measure.id, measure.text, canonical(measure.options[id] for id in ids)) for measure in chosen)),
        item_type="matching",
        why=" ".join(measure.options[measure.id].why for measure in chosen),
    )


def _clear(measures: tuple[Rival, ...]) -> bool:
    ids = {measure.id for measure in measures}
    return all(ids <= measure.options.keys() for measure in measures)
