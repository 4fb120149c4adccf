"""Causes as a sentence with gaps: the drop-downs that give the reason and what follows from it."""

from random import Random

from questions.choosing import FEWEST_DISTRACTORS, canonical, draw, likeness, mean
from questions.interactions import Blank, Linked
from questions.matters import Case, Cause
from questions.template import Draft
from questions.wording import Say

BECAUSE = "because"


def ask_reason(cause: Cause, effects: int, rng: Random, say: Say) -> Draft | None:
    """The first effects and their reason, which stands in front if it begins the sentence; each in a list with two or three wrong ones."""
    if cause.because is None or len(cause.effects) < effects or any(_short(case) for case in (cause.because, *cause.effects)):
        return None
    chosen = cause.effects[:effects]
    cases = (cause.because, *chosen) if cause.because.asks[:1].isupper() else (*chosen, cause.because)
    blanks = tuple(_blank(case, case is cause.because, rng) for case in cases)
    return Draft(
        stem=say("{context} Complete the sentence.", context=cause.context).strip(),
        hint=say("Choose one answer in each list. They count together."),
        interaction=Linked(blanks, BECAUSE),
        item_type="rationale dyad" if effects == 1 else "rationale triad",
        why=" ".join(dict.fromkeys(case.holds.why for case in (cause.because, *chosen))),
        nearness=mean([likeness(case.holds.text, wrong.text) for case in cases for wrong in case.misconceptions]),
    )


def _short(case: Case) -> bool:
    return len(case.misconceptions) < FEWEST_DISTRACTORS


def _blank(case: Case, because: bool, rng: Random) -> Blank:
    options = canonical((case.holds, *draw(case.misconceptions, 3, rng)))
    return Blank(BECAUSE if because else case.holds.id, case.asks, options)
