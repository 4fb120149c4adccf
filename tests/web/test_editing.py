"""Editors see what a bank lacks; nobody else can tell that there is such a page."""

import re

import pytest
from flask import Flask

from questions.bank import shipped_banks
from questions.knowledge import Knowledge
from questions.readers.toml_files import read_bank
from questions.report import report_on
from tests.web.browser import Browser
from tests.web.test_roles import somebody

BANK = "/editing/metastatic-cancer"


@pytest.fixture
def editor(app: Flask, outsider: Browser) -> Browser:
    return somebody(app, "editor", outsider)


def test_the_page_shows_what_the_command_says(editor: Browser) -> None:
    report = report_on(Knowledge(read_bank(next(folder for folder in shipped_banks() if folder.name == "metastatic-cancer"))))
    text = editor.open(BANK).text
    assert f"{report.facts} facts and {report.objectives} objectives" in text
    assert all(one.objective in text for one in report.few_ways)
    assert all(one.id in text for one in (*report.unasked, *report.doubtful))
    assert all(one.note in text for one in report.doubtful)


def test_the_facts_of_the_topics_are_all_that_the_page_counts(editor: Browser) -> None:
    page = editor.open(BANK)
    listed = [one for one in page.root.all("li") if "/topics/" in "".join(link.attributes["href"] for link in one.all("a"))]
    counts = {one.all("a")[0].attributes["href"]: int(one.all("span")[0].text().split()[0]) for one in listed}
    assert f"{sum(counts.values())} facts and " in page.text
    for link, number in counts.items():
        assert re.search(rf"\b{number} facts?\b", editor.open(link).text), link


def test_editors_find_their_pages_and_others_have_no_link_to_them(editor: Browser, outsider: Browser) -> None:
    assert editor.open(editor.open("/library").link("Content")).path == "/editing"
    assert editor.open("/editing").link("Metastatic cancer") == BANK
    assert "/editing" not in [link.attributes["href"] for link in outsider.open("/library").root.all("a")]


def test_others_are_told_that_there_is_no_such_page(visitor: Browser, outsider: Browser, editor: Browser) -> None:
    for browser in (visitor, outsider):
        assert browser.open(BANK).status == browser.open("/nowhere").status == 404
        assert browser.open(BANK).text == browser.open("/nowhere").text
    assert editor.open("/editing/nothing").status == 404
