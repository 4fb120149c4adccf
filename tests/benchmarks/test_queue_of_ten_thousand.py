"""How long the next question takes to find among ten thousand cards. It prints, and judges nothing slow."""

from datetime import date, timedelta
from random import Random
from time import perf_counter

import pytest

from quizapp.scheduling.queue import Candidate, day_queue

TODAY = date(2026, 3, 2)


def candidates(size: int) -> list[Candidate]:
    """A third new, a third due, a third due later; four objectives to a fact, and one in ten never beside another."""
    chance = Random("queue")
    return [
        Candidate(
            number,
            position=number,
            facts=frozenset({f"fact {number // 4}"}),
            beside=frozenset({f"fact {chance.randrange(size // 4)}"} if number % 10 == 0 else ()),
            due=(None, TODAY - timedelta(days=chance.randrange(30)), TODAY + timedelta(days=9))[number % 3],
        )
        for number in range(size)
    ]


def milliseconds(size: int) -> float:
    """The time of one queue, the quickest of some."""
    bank, times = candidates(size), []
    for _ in range(5):
        start = perf_counter()
        assert day_queue(bank, [], TODAY, "seed").next is not None
        times.append(1000 * (perf_counter() - start))
    return min(times)


def test_the_next_of_ten_thousand(capsys: pytest.CaptureFixture[str]) -> None:
    small, large = milliseconds(1_000), milliseconds(10_000)
    with capsys.disabled():
        print(f"\nQueue: {small:.1f} ms among 1,000 cards, {large:.1f} ms among 10,000 ({large / small:.1f} times)")
