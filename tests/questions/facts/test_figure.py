"""A figure is right within its margin, wrong beyond it, and says what it counts."""

import shutil
from random import Random

import pytest

from questions.claims import Claim, Verdict
from questions.interactions import Number, OneOf, arrange
from questions.knowledge import Knowledge
from questions.readers.toml_files import BankError, read_bank
from questions.templates.which_measure import which_measure
from questions.wording import sayer
from questions.writing import write_item
from tests.questions.making import BREAD


@pytest.fixture(scope="module")
def bread():
    return Knowledge(read_bank(BREAD))


def test_an_amount_beyond_the_margin_is_contradicted_by_rule_f(bread):
    assert bread.settle(Claim("oven", "is", "oven")).verdict is Verdict.ENTAILED
    for wrong in ("oven.cool", "oven.fierce", "oven-pizza"):
        assert bread.settle(Claim("oven", "is", wrong)) == (Verdict.CONTRADICTED, ("oven",), "f")
    assert bread.settle(Claim("oven", "is", "crust")).verdict is Verdict.UNKNOWN


def test_amounts_stand_by_their_size_in_every_order_that_is_shown(bread):
    item = write_item(bread, "bread/oven#figure", "what_holds", 3, "a")
    assert isinstance(item.interaction, OneOf)
    for seed in "abcdef":
        shown = arrange(item.interaction, seed)
        assert isinstance(shown, OneOf)
        sizes = [option.size or 0 for option in shown.options]
        assert sizes == sorted(sizes)


def test_the_measure_of_an_amount_stands_beside_measures_that_have_another(bread):
    draft = which_measure(bread.objectives["bread/oven#figure"].matter, Random(1), sayer("en"))
    assert draft is not None
    assert isinstance(draft.interaction, OneOf)
    assert "230 to 250 degrees" in draft.stem
    assert {option.id: option.claim for option in draft.interaction.options} == {
        id: Claim(id, "is", "oven") for id in ("oven", "oven-meringue", "oven-pizza")
    }
    assert [option.id for option in draft.interaction.options if option.correct] == ["oven"]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("low = 150, high = 170", "low = 150, high = 225", "lies within the margin of the figure"),
        ("low = 150, high = 170", "low = 110, high = 170", "cool and warm overlap"),
        ("the oven for baguettes, without steam, by", "the oven for bread, without steam, by", "does not say “baguettes”"),
        ("do the notes bake baguettes, without steam?", "do the notes bake baguettes?", "does not say “steam”"),
        ("is the oven for pizza, by the count of the notes", "is the oven for pizza", "does not say “the notes”"),
    ],
)
def test_a_figure_that_touches_another_or_hides_what_it_counts_is_refused_by_name(tmp_path, old, new, says):
    shutil.copytree(BREAD, tmp_path / "bread")
    file = tmp_path / "bread" / "heat.toml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BankError, match=r"heat\.toml:") as refused:
        read_bank(tmp_path / "bread")
    assert any(says in flaw.what for flaw in refused.value.flaws)


def test_a_number_is_asked_for_by_what_it_counts_and_whose_it_is(bread):
    item = write_item(bread, "bread/oven#figure", "type_the_number", 2, "a")
    assert item.level == "recall"
    assert isinstance(item.interaction, Number)
    assert f"{item.interaction.low} {item.interaction.unit}" == "250 degrees"
    assert item.interaction.key.text == "250 degrees"
    assert all(told in item.stem for told in ("baguettes", "steam", "the notes"))


def test_a_measure_that_is_offered_says_of_whom_and_by_whom(bread):
    assert bread.facts["oven"].label(bread.say) == "The heat of the oven for baguettes, without steam (the notes)"
