"""How many SM-2 reviews one process does in a second, beside two baselines measured in the same run. It prints, and judges nothing slow."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from time import perf_counter
from typing import TypeVar

import pytest

from quizapp.scheduling.sm2 import Memory, review

State = TypeVar("State")
AIM = 1_200_000
ROUNDS = 7


@dataclass(frozen=True)
class Textbook:
    """What is kept by SM-2 as tutorials write it."""

    repetitions: int = 0
    interval: int = 0
    easiness: float = 2.5


def textbook(state: Textbook, grade: int) -> Textbook:
    """SM-2 as tutorials write it: with floats, and an object a review."""
    if grade < 3:
        return Textbook(0, 1, state.easiness)
    interval = (1, 6)[state.repetitions] if state.repetitions < 2 else math.ceil(state.interval * state.easiness)
    easiness = max(1.3, state.easiness + 0.1 - (5 - grade) * (0.08 + (5 - grade) * 0.02))
    return Textbook(state.repetitions + 1, interval, easiness)


def nothing(state: Memory, grade: int) -> Memory:
    """A call that does nothing: what the loop itself costs."""
    return state


def histories() -> list[list[int]]:
    """Five thousand cards, twenty answers each, of somebody who knows four in five."""
    chance = Random("reviews per second")
    return [chance.choices(range(6), weights=(3, 6, 11, 15, 45, 20), k=20) for _ in range(5_000)]


def rate(step: Callable[[State, int], State], new: State, grades: list[list[int]]) -> float:
    """Reviews per second, in the quickest of some rounds."""
    return sum(map(len, grades)) / min(_seconds(step, new, grades) for _ in range(ROUNDS))


def _seconds(step: Callable[[State, int], State], new: State, grades: list[list[int]]) -> float:
    start = perf_counter()
    for history in grades:
        state = new
        for grade in history:
            state = step(state, grade)
    return perf_counter() - start


def test_reviews_per_second(capsys: pytest.CaptureFixture[str]) -> None:
    grades = histories()
    ours, theirs, empty = rate(review, Memory(), grades), rate(textbook, Textbook(), grades), rate(nothing, Memory(), grades)
    with capsys.disabled():
        print(
            f"\nSM-2: {ours:,.0f} reviews per second, loop included (aim {AIM:,}); {ours / theirs:.1f} times the textbook's {theirs:,.0f},"
            f" {ours / empty:.2f} of the {empty:,.0f} of a call that does nothing"
        )
    assert ours > theirs
