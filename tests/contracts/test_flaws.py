"""What every flaw promises; a new one needs examples in a module of its name in tests/questions/flaws."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec

import pytest

from questions.flaw import all_flaws, flaws_of
from questions.items import Item
from questions.knowledge import Knowledge
from questions.readers.toml_files import read_bank
from tests.questions.making import BREAD

FEWEST = 3
every_flaw = pytest.mark.parametrize("flaw", all_flaws())


@cache
def bread() -> Knowledge:
    return Knowledge(read_bank(BREAD))


def examples(which: str) -> list[object]:
    """The examples of every flaw; one that has none is found by the test below."""
    return [
        pytest.param(flaw, item, id=f"{flaw} {number}")
        for flaw in all_flaws()
        if find_spec(f"tests.questions.flaws.{flaw}")
        for number, item in enumerate(getattr(import_module(f"tests.questions.flaws.{flaw}"), which), 1)
    ]


@every_flaw
def test_a_flaw_is_a_file_of_its_own(flaw):
    assert all_flaws()[flaw].__module__ == f"questions.flaws.{flaw}"


@every_flaw
def test_a_flaw_has_examples_that_it_catches_and_others_that_it_passes(flaw):
    module = import_module(f"tests.questions.flaws.{flaw}")
    assert len(module.CAUGHT) >= FEWEST
    assert len(module.PASSED) >= FEWEST


@pytest.mark.parametrize(("flaw", "item"), examples("CAUGHT"))
def test_it_catches_what_has_it(flaw: str, item: Item):
    found = list(all_flaws()[flaw](item, bread()))
    assert found
    assert all(what.strip() for what in found)
    assert {(flaw, what) for what in found} <= set(flaws_of(item, bread()))


@pytest.mark.parametrize(("flaw", "item"), examples("PASSED"))
def test_it_passes_what_has_it_not(flaw: str, item: Item):
    assert not list(all_flaws()[flaw](item, bread()))


@every_flaw
def test_a_flaw_says_what_it_looks_for(flaw):
    assert all_flaws()[flaw].__doc__


def test_flaws_are_looked_for_in_the_order_of_their_names():
    assert list(all_flaws()) == sorted(all_flaws())
