"""Sheets as browsers understand them: what is served says what is written."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

import quizapp.web
from quizapp.web.sheets import bare

SHEETS = sorted((Path(quizapp.web.__file__).parent / "static").glob("*.css"))
RULES = """text => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return [...sheet.cssRules].map(rule => rule.cssText.replace(/,\\s+/g, ","));
}"""


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_a_sheet_that_is_served_says_what_is_written(browser: Browser, path: Path) -> None:
    written = path.read_text(encoding="utf-8")
    page = browser.new_page()
    assert page.evaluate(RULES, bare(".css", written)) == page.evaluate(RULES, written)
    page.close()
