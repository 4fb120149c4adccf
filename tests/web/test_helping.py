"""Whoever helps somebody is told so on every page, by the choice of the visit."""

import re

import pytest

from tests.web.browser import Browser, Page

TO_A_PATIENT = re.compile(r"\b(your (?!local|doctor about)\w+|you (?:get|may)|for you)\b", re.IGNORECASE)
"""But for the local emergency number, and what a section of the article is called."""
READ = ("basics", "tests", "treatments", "by-site", "questions", "recurrence")


def told(page: Page) -> list[str]:
    """What a page says to a patient."""
    return [page.text[max(0, found.start() - 30) : found.end() + 30] for found in TO_A_PATIENT.finditer(page.text)]


@pytest.mark.parametrize("path", [*(f"/topics/metastatic-cancer/{topic}" for topic in READ), "/words", "/words/metastatic-cancer/biopsy"])
def test_a_page_that_is_read_in_the_visit_of_a_helper_takes_nobody_for_the_patient(visitor: Browser, path: str) -> None:
    visitor.send(visitor.open("/self-test").form("/visits"), {"who": ["someone"]})
    assert told(visitor.open(path)) == []
    visitor.send(visitor.open("/self-test").form("/visits"), {"who": ["me"]})
    assert told(visitor.open(path))
