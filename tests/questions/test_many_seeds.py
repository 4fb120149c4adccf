"""The shipped banks are clean over many seeds (a thousand in the long run): every template of every objective, every flaw, topic by topic."""

import pytest

from questions.bank import shipped_banks
from questions.checking import flaws_in
from questions.knowledge import Knowledge
from questions.readers.toml_files import read_bank
from questions.variants import variants
from tests.amounts import amount

SEEDS = amount(100, 1_000)
KNOWN = {folder.name: Knowledge(read_bank(folder)) for folder in shipped_banks()}


@pytest.mark.parametrize(("bank", "topic"), [(name, topic.id) for name, knowledge in KNOWN.items() for topic in knowledge.bank.topics])
def test_no_item_of_a_topic_has_a_flaw(bank: str, topic: str) -> None:
    knowledge = KNOWN[bank]
    asked = [id for id, objective in knowledge.objectives.items() if objective.topic == topic]
    assert not list(flaws_in(variants(knowledge, "many", SEEDS, asked), knowledge))
