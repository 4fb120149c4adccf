"""Causes as a sentence with gaps: the drop-downs that give the reason and what follows from it."""

from random import Random

from questions.choosing import FEWEST_DISTRACTORS, canonical, draw, likeness, mean
from questions.interactions import Blank, Linked
from questions.matters import Case, Cause
from questions.template import Draft
from questions.wording import Say

BECAUSE = "because"


def ask_reason(cause: Cause, effects: int, rng: Random, say: Say) -> Draft | None:
    """The first effects and their reason, right together or not at all."""
    if not (cases := sentence_with_gaps(cause, effects)):
        return None
    return Draft(
        stem=to_complete(cause, say),
        hint=say("Choose one answer in each list. They count together."),
        interaction=Linked(tuple(gap(case, cause, rng) for case in cases), BECAUSE),
        item_type="rationale dyad" if effects == 1 else "rationale triad",
        why=reasons(cases, cause),
        nearness=nearness(cases),
    )


def sentence_with_gaps(cause: Cause, effects: int) -> tuple[Case, ...]:
    """The first effects and their reason, which stands in front if it begins the sentence; none where one has too few wrong answers."""
    if cause.because is None or len(cause.effects) < effects or any(_short(case) for case in (cause.because, *cause.effects)):
        return ()
    chosen = cause.effects[:effects]
    return (cause.because, *chosen) if cause.because.asks[:1].isupper() else (*chosen, cause.because)


def to_complete(cause: Cause, say: Say) -> str:
    """The stem above such a sentence."""
    return say("{context} Complete the sentence.", context=cause.context).strip()


def gap(case: Case, cause: Cause, rng: Random) -> Blank:
    """A gap with a list of what may stand there: the right answer and two or three wrong ones."""
    options = canonical((case.holds, *draw(case.misconceptions, 3, rng)))
    return Blank(BECAUSE if case is cause.because else case.holds.id, case.asks, options)


def reasons(cases: tuple[Case, ...], cause: Cause) -> str:
    """Why each answer is right: the reason first."""
    return " ".join(dict.fromkeys(case.holds.why for case in sorted(cases, key=lambda case: case is not cause.because)))


def nearness(cases: tuple[Case, ...]) -> float:
    """How near what is wrong is to what is right, 0 to 1."""
    return mean([likeness(case.holds.text, wrong.text) for case in cases for wrong in case.misconceptions])


def _short(case: Case) -> bool:
    return len(case.misconceptions) < FEWEST_DISTRACTORS
