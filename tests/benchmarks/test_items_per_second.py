"""How many items one process writes in a second, beside a baseline of the same run. It prints, and judges nothing slow."""

from collections.abc import Callable
from random import Random
from time import perf_counter

import pytest

from questions.bank import shipped_banks
from questions.knowledge import Knowledge
from questions.readers.toml_files import read_bank
from questions.writing import templates_of, write_item

AIM = 1_000
ROUNDS = 20


def test_items_per_second(capsys: pytest.CaptureFixture[str]) -> None:
    knowledge = Knowledge(read_bank(shipped_banks()[0]))
    asked = [(objective, template) for objective in knowledge.objectives for template in templates_of(knowledge, objective)]
    ours = rate(lambda number: [write_item(knowledge, objective, *template, f"{number}") for objective, template in asked])
    blind = rate(lambda number: [Random(f"{objective}/{number}").sample(range(12), 4) for objective, _ in asked])
    with capsys.disabled():
        print(f"\nItems: {ours:,.0f} a second, proved and explained (aim {AIM:,}); {ours / blind:.3f} of {blind:,.0f} blind draws")
    assert ours > 0


def rate(write: Callable[[int], list[object]]) -> float:
    """Items per second, in the quickest of some rounds."""
    return max(_rate(write, number) for number in range(ROUNDS))


def _rate(write: Callable[[int], list[object]], number: int) -> float:
    start = perf_counter()
    written = write(number)
    return len(written) / (perf_counter() - start)
