"""Buttons that begin a quiz, and say how many questions it has."""

import re

from tests.web.browser import Browser, Page


def assert_as_many_come_as_said(browser: Browser, page: Page, words: str) -> None:
    """Press the button with these words, the number among them as a group, and look how many questions come."""
    labelled = [(form, re.fullmatch(words, button.text())) for form in page.root.all("form") for button in form.all("button")]
    form, said = next((form, found[1]) for form, found in labelled if found)
    come = re.search(r"Question 1 of (\d+)", browser.send(form).text)
    assert come
    assert come[1] == said
