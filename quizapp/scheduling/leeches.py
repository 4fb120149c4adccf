"""Objectives that keep slipping: asking them again and again teaches less than reading and resting does."""

from typing import Final

from quizapp.scheduling.cards import CardState

LAPSES: Final = 6
"""After so many lapses an objective rests; taken up again, after so many more."""


def is_a_leech(state: CardState) -> bool:
    """Whether a card ends with the lapse after which its objective rests."""
    return state.lapses > 0 and state.lapses % LAPSES == 0 and not state.passes_in_a_row


def makes_a_leech(before: CardState, after: CardState) -> bool:
    """Whether the answer between two states of a card is the lapse (a scheduled fail after a pass) after which its objective rests."""
    return after.lapses > before.lapses and after.lapses % LAPSES == 0
