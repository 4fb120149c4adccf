"""Words are explained, and lead to where they are used."""

import pytest

from questions.bank import shipped_banks
from questions.glossary import glossary
from questions.knowledge import Knowledge
from questions.readers.toml_files import read_bank
from quizapp.web.words.pages import MOST_WORDS, pages_of
from tests.web.browser import Browser

BANKS = [Knowledge(read_bank(folder)) for folder in shipped_banks()]


def test_the_glossary_shows_some_letters_at_a_time_and_all_of_them_in_the_end(visitor: Browser) -> None:
    first = visitor.open("/words")
    pages = [link.attributes["href"] for link in first.root.all("nav", aria_label="Letters")[0].all("a")]
    shown = [term.text() for page in pages for term in visitor.open(page).root.all("dt")]
    assert sorted(shown) == sorted(word.term.name for bank in BANKS for word in glossary(bank))


def test_no_page_of_words_is_long_unless_one_letter_is() -> None:
    for page in pages_of(BANKS):
        assert len(page.letters) == 1 or sum(len(letter.entries) for letter in page.letters) <= MOST_WORDS


def test_letters_that_nobody_has_show_the_first_page(visitor: Browser) -> None:
    assert visitor.open("/words?from=%C3%9F").text == visitor.open("/words").text


def test_a_word_is_explained_with_other_names_and_where_it_is_used(visitor: Browser) -> None:
    page = visitor.open("/words/metastatic-cancer/angiogenesis")
    assert page.heading == "Angiogenesis"
    assert "the growth of new blood vessels" in page.text
    assert "neovascularization" in page.text
    assert page.link("The phases of metastasis") == "/topics/metastatic-cancer/phases"


def test_a_word_is_ready_to_be_said_and_no_button_stands_where_nothing_can_say_it(visitor: Browser) -> None:
    page = visitor.open("/words/metastatic-cancer/angiogenesis")
    assert [one.attributes["data-say"] for one in page.root.all() if "data-say" in one.attributes] == ["angiogenesis"]
    (template,) = page.root.all("template")
    assert len(page.root.all("button", class_="speak")) == len(template.all("button", class_="speak")) == 1


@pytest.mark.parametrize(
    "path", ["/words/metastatic-cancer/nothing", "/words/nothing/angiogenesis", "/words/metastatic-cancer/benign-spread"]
)
def test_a_word_that_is_not_there_or_only_a_wrong_answer_is_not_found(visitor: Browser, path: str) -> None:
    assert visitor.open(path).status == 404
