"""Complete a bow-tie: what something is, two things to do, two things to watch."""

from random import Random

from questions.choosing import FEWEST_DISTRACTORS, canonical, draw, likeness, mean
from questions.interactions import BowTie, Option, Targets
from questions.matters import Situation
from questions.template import Draft, template
from questions.wording import Say, named, sentence

ACTS, SITES = 2, 2


@template(Situation, level="tell apart", version=3, called=named("Complete the bow-tie"))
def complete_the_bow_tie(situation: Situation, rng: Random, say: Say) -> Draft | None:
    """The condition among what it could be taken for, and two right things on each side of it among as many wrong ones or more."""
    right, wrong = ([option for option in situation.watch if option.correct is correct] for correct in (True, False))
    condition, others = situation.cases[0].holds, situation.cases[0].misconceptions
    enough = len(situation.mistakes) >= ACTS and len(wrong) >= SITES and len(others) >= FEWEST_DISTRACTORS
    if len(situation.acts) != ACTS or len(right) < SITES or not enough:
        return None
    numbered = say("{{label}} {{number}}")
    sites = (*draw(right, SITES, rng), *draw(wrong, 3, rng))
    return Draft(
        stem=say("{case} Say what this is, two things to do, and two of {phrase}.", case=situation.case, phrase=situation.phrase),
        hint=say("Choose an answer in each list. Each counts for itself."),
        interaction=BowTie(
            Targets("act", say("To do"), canonical((*situation.acts, *draw(situation.mistakes, 3, rng))), numbered),
            Targets("condition", say("What it is"), canonical((condition, *draw(others, 3, rng)))),
            Targets("watch", say("{One} to watch", One=sentence(situation.one)), canonical(sites), numbered),
        ),
        item_type="bow-tie",
        why=" ".join((*(option.why for option in (condition, *situation.acts)), situation.why_watch)),
        nearness=mean([_nearness(condition, others), *(_nearness(act, situation.mistakes) for act in situation.acts)]),
    )


def _nearness(key: Option, distractors: tuple[Option, ...]) -> float:
    return mean([likeness(key.text, other.text) for other in distractors])
