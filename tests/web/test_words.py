"""Words are explained, and lead to where they are used."""

import re

import pytest

from questions.bank import shipped_banks
from questions.glossary import glossary
from questions.knowledge import Knowledge
from questions.readers.toml_files import read_bank
from quizapp.web.words.pages import MOST_WORDS, pages_of
from tests.web.browser import Browser, Page

BANKS = [Knowledge(read_bank(folder)) for folder in shipped_banks()]


@pytest.mark.parametrize("bank", BANKS, ids=lambda bank: bank.bank.name)
def test_the_glossary_shows_some_letters_at_a_time_and_all_of_one_bank_in_the_end(visitor: Browser, bank: Knowledge) -> None:
    first = visitor.open(links(visitor.open("/words"), "Words about")[bank.bank.about.title])
    pages = links(first, "Letters").values() or [first.path]
    shown = [term.text() for page in pages for term in visitor.open(page).root.all("dt")]
    assert shown == [word.term.name for word in glossary(bank)]


def links(page: Page, name: str) -> dict[str, str]:
    """Where a bar of links leads to."""
    return {link.text(): link.attributes["href"] for bar in page.root.all("nav", aria_label=name) for link in bar.all("a")}


def test_the_words_of_the_article_come_first_and_stand_alone_for_whoever_is_asked_in_plain_words(
    visitor: Browser, patient: Browser
) -> None:
    article = [word.term.name for word in glossary(BANKS[0])]
    assert [term.text() for term in visitor.open("/words").root.all("dt")] == article[: len(visitor.open("/words").root.all("dt"))]
    visitor.send(visitor.open("/self-test").form("/visits"), {"who": ["someone"]})
    for browser in (visitor, patient):
        assert links(browser.open("/words"), "Words about") == {}
        assert "The words of the article" in browser.open("/words").text


def test_no_page_of_words_is_long_unless_one_letter_is() -> None:
    for page in (page for bank in BANKS for page in pages_of(bank)):
        assert len(page.letters) == 1 or sum(len(letter.words) for letter in page.letters) <= MOST_WORDS


def test_no_word_of_the_article_is_explained_by_harm_or_called_by_a_label(visitor: Browser) -> None:
    for page in links(visitor.open("/words"), "Letters").values():
        assert not re.search(r"\babus|\blot of harm", visitor.open(page).text)
    for word in ("advanced-cancer", "alcohol"):
        assert not re.search(r"\babus|\bharmed|\blot of harm", visitor.open(f"/words/metastatic-cancer/{word}").text)


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
