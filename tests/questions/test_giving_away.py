"""In one quiz no item tells another's answer."""

import pytest

from questions.bank import shipped_banks
from questions.giving_away import fit_together, kept_apart, tells
from questions.items import Item
from questions.knowledge import Knowledge
from questions.readers.toml_files import read_bank
from questions.writing import templates_of, write_item
from tests.amounts import amount
from tests.questions.making import item, one_of
from tests.questions.together import given_away


@pytest.fixture(scope="module")
def article() -> Knowledge:
    return Knowledge(read_bank(next(folder for folder in shipped_banks() if folder.name == "metastatic-cancer")))


def asked(knowledge: Knowledge, objective: str, template: str, seed: str = "1") -> Item:
    id = f"metastatic-cancer/{objective}"
    chosen = next(one for one in templates_of(knowledge, id) if one.name == template)
    return write_item(knowledge, id, *chosen, seed)


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("spread.kidney#sites", "spread.kidney#sites", "asks for the same"),
        ("tests.biopsy#means", "tests.biopsy#term", "rests on the same fact"),
        ("recurrence.recurrence#means", "recurrence.what#holds", "rests on a fact that the bank keeps apart from it"),
        ("recurrence.regional#means", "recurrence.recurrence#term", "rests on a fact that the bank keeps apart from it"),
        ("spread.kidney#sites", "spread#to.skin", "rests on the table or the row that the other rests on"),
        ("spread#to.skin", "spread.kidney#sites", "rests on the table or the row that the other rests on"),
        ("spread.kidney#sites", "spread.lung#sites", ""),
    ],
)
def test_what_the_bank_keeps_apart_gives_each_other_away(article, one, other, how):
    items = [
        write_item(article, f"metastatic-cancer/{id}", *templates_of(article, f"metastatic-cancer/{id}")[0], "1") for id in (one, other)
    ]
    assert kept_apart(items[0], items[1], article) == how
    assert given_away(items, article)[:1] == ([how] if how else [])


def test_a_stem_that_names_a_cancer_and_its_site_tells_that_it_spreads_there(article):
    sites = asked(article, "spread.thyroid#sites", "the_whole_list")
    assert "Liver" in tells(item("A thyroid cancer has been found in the liver. What is it called?", one_of("*a b")), sites, article)
    assert "Lungs" in tells(item("Cancer of the thyroid has reached the lungs. What is it?", one_of("*a b")), sites, article)
    assert not tells(item("A kidney cancer has been found in the liver. What is it called?", one_of("*a b")), sites, article)
    assert not tells(item("A thyroid cancer has spread. What is it called?", one_of("*a b")), sites, article)


def test_a_stem_that_holds_the_answer_to_a_question_of_its_words_tells_it(article):
    other = item("How do tumours of the liver look on a scan?", one_of(["*Bright spots", "Dark bands"]))
    assert tells(item("Tumours of the liver look like bright spots on a scan. What follows?", one_of("*a b")), other, article)
    assert not tells(item("Stars are bright spots. What are planets?", one_of("*a b")), other, article)
    assert not tells(other, other, article)


def test_what_fits_together_tells_nothing_and_nothing_more_would_fit(article):
    offered = [write_item(article, id, *templates_of(article, id)[0], "1") for id in list(article.objectives)[:: amount(3, 1)]]
    chosen = fit_together(offered, article)
    assert not given_away(chosen, article)
    assert len(chosen) > len(offered) / 4
    for left in offered:
        assert left in chosen or given_away((*chosen, left), article)
