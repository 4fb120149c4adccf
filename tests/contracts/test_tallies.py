"""What every flaw of many items promises; a new one needs examples in a module of its name in tests/questions/tallies."""

from functools import cache
from importlib import import_module

import pytest

from questions.knowledge import Knowledge
from questions.readers.toml_files import read_bank
from questions.tally import all_tallies
from tests.questions.making import BREAD

FEWEST = 3
every_tally = pytest.mark.parametrize("name", all_tallies())


@cache
def bread() -> Knowledge:
    return Knowledge(read_bank(BREAD))


def counted(name, items):
    tally = all_tallies()[name](bread())
    for item in items:
        tally.look(item)
    return list(tally.found())


@every_tally
def test_it_catches_those_that_have_it_and_passes_those_that_have_it_not(name):
    module = import_module(f"tests.questions.tallies.{name}")
    assert len(module.CAUGHT) >= FEWEST
    assert len(module.PASSED) >= FEWEST
    for items in module.CAUGHT:
        assert all(what.strip() for what in counted(name, items))
        assert counted(name, items), items
    for items in module.PASSED:
        assert not counted(name, items), items


@every_tally
def test_it_says_what_it_counts_and_finds_nothing_in_nothing(name):
    assert all_tallies()[name].__doc__
    assert not counted(name, [])


def test_tallies_come_in_the_order_of_their_names():
    assert list(all_tallies()) == sorted(all_tallies())
