"""An answer is still told in words when the template that asked it is gone."""

import re

import pytest

from questions.bank import shipped_banks
from questions.interactions import ids_shown, key_ids
from questions.knowledge import Knowledge
from questions.known_texts import in_words
from questions.readers.toml_files import read_bank
from questions.writing import templates_of, write_item

AN_ID_OF_A_FACT = re.compile(r"[a-z]\.[a-z]")


@pytest.fixture(scope="module")
def article() -> Knowledge:
    return Knowledge(read_bank(shipped_banks()[0]))


def test_whatever_any_template_offers_has_words(article: Knowledge) -> None:
    for objective in article.objectives:
        for template in templates_of(article, objective):
            asked = write_item(article, objective, *template, "7").interaction
            told = in_words(article, objective, (*ids_shown(asked), *key_ids(asked)))
            assert not [words for words in told if AN_ID_OF_A_FACT.search(words)], template


def test_terms_are_called_by_their_names_and_what_the_bank_knows_no_more_stays_as_it_is(article: Knowledge) -> None:
    kidney = "metastatic-cancer/spread.kidney#sites"
    assert in_words(article, kidney, ("cup", "gone.long-ago", "cup=gone.long-ago")) == (
        "cancer of unknown primary",
        "gone.long-ago",
        "cancer of unknown primary: gone.long-ago",
    )
    assert in_words(article, "metastatic-cancer/gone#sites", ("cup",)) == ("cancer of unknown primary",)
