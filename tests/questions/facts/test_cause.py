"""A cause is asked by its reason; its gaps are questions of their own."""

import pytest

from questions.claims import Claim, Verdict
from questions.knowledge import Knowledge
from questions.matters import Cause
from questions.readers.toml_files import read_bank
from questions.template import fitting
from tests.questions.making import BREAD


@pytest.fixture(scope="module")
def bread():
    return Knowledge(read_bank(BREAD))


def test_a_reason_for_something_else_is_contradicted(bread):
    assert bread.settle(Claim("crust", "because", "crust")).verdict is Verdict.ENTAILED
    assert bread.settle(Claim("crust", "because", "crust.yeast")) == (Verdict.CONTRADICTED, ("crust",), "e")
    assert bread.settle(Claim("crust.rise", "because", "crust.rise.sinks")) == (Verdict.CONTRADICTED, ("crust",), "e")


def test_a_cause_is_a_truth_with_gaps(bread):
    matter = bread.objectives["bread/crust#because"].matter
    assert isinstance(matter, Cause)
    assert matter.because is not None
    assert matter.because.asks == "because"
    assert [gap.holds.text for gap in matter.effects] == ["rises higher", "becomes thin and shiny"]
    assert {"what_holds", "true_or_not"} <= {template.name for template in fitting(bread.objectives["bread/crust#because"])}


def test_a_prompt_is_kept_and_never_asked(bread):
    prompt = bread.facts["ask.oven"]
    assert not list(prompt.objectives(bread))
    assert [line.objects for line in prompt.lines(bread)] == [(("How hot is your oven?", "to know how long a loaf will take"),)]
