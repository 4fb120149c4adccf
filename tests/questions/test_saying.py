"""A fact in one line: in words, never by the ids that the bank's files have for them."""

import re

import pytest

from questions.bank import Bank, shipped_banks
from questions.knowledge import Knowledge
from questions.readers.toml_files import read_bank
from questions.saying import said


@pytest.mark.parametrize("bank", [read_bank(folder) for folder in shipped_banks()], ids=lambda bank: bank.name)
def test_no_line_names_a_predicate_by_its_id(bank: Bank) -> None:
    knowledge = Knowledge(bank)
    for fact in bank.facts:
        line = said(fact, knowledge)
        assert line
        assert not [one for one in knowledge.predicates if "-" in one and re.search(rf"\b{one}\b", line)], line
