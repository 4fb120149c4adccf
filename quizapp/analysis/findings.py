"""What the figures of a question say, put so that it can be said in one sentence: what to look at first, and why."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from questions.offers import slot_of
from quizapp.analysis.item_analysis import ItemFigures, OwnFigures

FEW: Final = 10
"""Answers below which figures say next to nothing."""

WEAK: Final = 0.15
"""A discrimination index below which a question hardly tells who knows from who does not."""

HARD: Final = 0.3
EASY: Final = 0.95
"""Facilities beyond which nearly nobody, or nearly everybody, knows it."""

SEVERAL: Final = 3
"""So many of the strong learners agree on an option before it is named."""


class Look(StrEnum):
    """Why to look at a question, the most pressing first."""

    KEY = "key"  # the strong learners chose another option
    AGAINST = "against"  # who does well elsewhere misses it
    CHANCE = "chance"  # less right than by guessing
    WEAK = "weak"  # it hardly tells who knows from who does not
    HARD = "hard"
    EASY = "easy"
    FINE = "fine"
    FEW = "few"  # too few answers to say


@dataclass(frozen=True, slots=True)
class Choice:
    """What one learner picked of what was offered, and what was right; ids as `questions.offers` has them."""

    picked: Sequence[str]
    right: Sequence[str]
    shown: Sequence[str]

    def was_offered(self, option: str) -> bool:
        """Whether the option could be picked: where something is typed, anything could."""
        return not self.shown or option in self.shown or slot_of(option) in self.shown


@dataclass(frozen=True, slots=True)
class Finding:
    """Why to look at a question, and the option that it is about ("" for none)."""

    look: Look
    option: str = ""

    @property
    def rank(self) -> int:
        """0 for the most pressing."""
        return list(Look).index(self.look)


def finding(figures: ItemFigures | OwnFigures, strong: Sequence[Choice]) -> Finding:
    """What to say of a question, by its figures and what the top 27 % of learners chose."""
    if figures.answers < FEW or figures.facility is None:
        return Finding(Look.FEW)
    if option := favoured(strong):
        return Finding(Look.KEY, option)
    index = figures.discrimination_index
    if index is not None and index < 0:
        return Finding(Look.AGAINST)
    if figures.random_guess and figures.facility < figures.random_guess:
        return Finding(Look.CHANCE)
    if figures.facility >= EASY:
        return Finding(Look.EASY)
    if figures.facility < HARD:
        return Finding(Look.HARD)
    return Finding(Look.WEAK if index is None or index < WEAK else Look.FINE)


def favoured(strong: Sequence[Choice]) -> str:
    """The wrong option that more of the strong learners chose than the right one ("" if there is none).

    Where several options are right, a wrong one counts that most of them chose, and more than chose the right one chosen least.
    """
    wrong = Counter(option for choice in strong for option in choice.picked if option not in choice.right)
    for option, chose in sorted(wrong.items(), key=lambda one: (-one[1], one[0])):
        offered = [choice for choice in strong if option not in choice.right and choice.was_offered(option)]
        keys = [[key for key in choice.right if slot_of(key) == slot_of(option)] for choice in offered]
        chosen = Counter(key for choice, right in zip(offered, keys, strict=True) for key in right if key in choice.picked)
        alone = all(len(right) <= 1 for right in keys)
        least = chosen.total() if alone else min((chosen[key] for right in keys for key in right), default=0)
        if chose >= SEVERAL and chose > least and (alone or 2 * chose > len(offered)):
            return option
    return ""
