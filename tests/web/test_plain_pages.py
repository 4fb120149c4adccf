"""What patients read is easy to read, and kind: every page of the patient side, and every plain wording of the bank."""

import re
from collections.abc import Iterator
from statistics import mean

import pytest

from questions.plainly import READERS
from questions.readability import grade
from tests.web.browser import Browser
from tests.web.plain_pages import ARTICLE, OUTLOOK, Read, long_enough, read, text_of, topics, visits, words

HARDEST, HARDEST_ON_AVERAGE = 8, 6
UNKIND = {
    "war": r"battl\w*|fight\w*|fought|war|wars|enem(?:y|ies)|weapons?|attack\w*|invad\w*|invasion|aggressive\w*|defeat\w*",
    "pity and doom": r"victims?|suffer\w*|terminal\w*|hopeless\w*|doomed|tragic\w*|incurable|untreatable|deadly|fatal|graver?",
    "blame": r"fail(?:s|ed|ure|ures)?|blame\w*|guilty?|careless\w*|should have|complain\w*|deni(?:es|ed)|refus\w*|compl(?:y|iance|iant)",
    "talking down": r"simply|just|merely|obviously|of course|easy|easily|basic(?:ally)?|actually",
    "marking": r"wrong\w*|incorrect\w*|false|mistakes?|scor\w*|marks?|points? off|exams?|grade[sd]?|rank\w*",
    "survival": r"dies?|died|dying|deaths?|dead|surviv\w*|prognosis|outlook|live longer",
}
NOT_SO_MEANT = (
    "There is no score and no clock.",
    "key points",
    "What the article says about survival, if you want to know",  # the way to the page that says what it holds
    "Mark Oren",  # who reviewed the article
    "local invasion",  # what doctors call local spread
    "Surviving cells",  # cells, not people
)


def unkind(text: str, *without: str) -> list[str]:
    """Words not to be used, each with what stands around it."""
    for phrase in NOT_SO_MEANT:
        text = text.replace(phrase, "")
    unwanted = "|".join(pattern for name, pattern in UNKIND.items() if name not in without)
    return [text[max(0, found.start() - 40) : found.end() + 40] for found in re.finditer(rf"\b(?:{unwanted})\b", text, re.IGNORECASE)]


def bank_says() -> Iterator[tuple[str, str]]:
    """Every plain wording that the bank has for patients."""
    for term in ARTICLE.bank.terms:
        yield f"term {term.id}", term.plain
    for fact in ARTICLE.bank.facts:
        if not fact.outlook and "patient" in fact.audiences:
            yield f"fact {fact.id}", fact.plain
    for objective in ARTICLE.objectives.values():
        for reader in READERS:
            for case in objective.plain[reader].cases if reader in objective.plain else ():  # type: ignore[union-attr]
                options = (case.holds, *case.misconceptions)
                yield f"{objective.id} for {reader}", " ".join((case.asks, *(f"{option.text}. {option.why}" for option in options)))


@pytest.fixture
def pages(visitor: Browser) -> dict[str, str]:
    """What there is to read on each page, by its name."""
    visit = {f"{who}, {path}": text for who in ("me", "someone") for path, text in visits(visitor, who)}
    of_the_visit = {path: text_of(visitor.open(path).root) for path in ("/doctor-questions", "/health-privacy")}
    to_read = {path: text_of(visitor.open(path).root, own=True) for path in (*topics(), *words(), "/words")}
    return visit | of_the_visit | to_read


def test_every_page_for_patients_is_easy_to_read(pages: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    found = long_enough([read(path, text) for path, text in pages.items()])
    print("\n".join(f"{page.grade:4} {page.words:5} {page.path}" for page in sorted(found, key=lambda page: -page.grade)))
    assert len(found) >= 60
    assert [page for page in found if page.grade > HARDEST] == []
    assert mean(page.grade for page in found) <= HARDEST_ON_AVERAGE


def test_the_pages_of_a_visit_are_easy_to_read_even_for_whoever_knows_no_term(visitor: Browser) -> None:
    grades = {path: grade(text) for path, text in visits(visitor, "me")}
    assert max(grades.values()) <= HARDEST_ON_AVERAGE, grades


def test_hard_text_would_be_found() -> None:
    hard = "Haematogenous dissemination necessitates multidisciplinary reconsideration of individualised therapeutic possibilities. " * 20
    assert [page.path for page in long_enough([read("hard", hard), Read("short", 5, 20.0)]) if page.grade > HARDEST] == ["hard"]


def test_no_page_for_patients_uses_an_unkind_word(pages: dict[str, str]) -> None:
    found = {path: unkind(text) for path, text in pages.items() if OUTLOOK not in path}
    assert {path: what for path, what in found.items() if what} == {}


def test_the_pages_about_survival_are_kind_too(pages: dict[str, str]) -> None:
    found = {path: unkind(text, "survival") for path, text in pages.items() if OUTLOOK in path}
    assert len(found) == 4
    assert {path: what for path, what in found.items() if what} == {}


def test_no_plain_wording_of_the_bank_uses_an_unkind_word() -> None:
    found = {name: unkind(text) for name, text in bank_says()}
    assert {name: what for name, what in found.items() if what} == {}


@pytest.mark.parametrize(
    "text", ["She lost her battle.", "You got it wrong.", "Just ask.", "The treatment failed.", "terminal cancer", "two marks"]
)
def test_an_unkind_word_would_be_found(text: str) -> None:
    assert unkind(text)


def test_what_raises_a_risk_is_told_without_blame() -> None:
    told = [fact.plain for fact in ARTICLE.facts_in("risk") + ARTICLE.facts_in("prevention") if "patient" in fact.audiences]
    assert not [
        text
        for text in told
        if re.search(r"\byour? (?:fault|habits?|own doing|lifestyle|smok|drink|eat)|\byou (?:smoke|drink|eat|did)", text)
    ]
    assert any("nobody’s fault" in text for text in told)
