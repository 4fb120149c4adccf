"""The look keeps its promises: contrasts from the tokens, logical properties, pages that weigh little."""

import re
from pathlib import Path

import pytest
from flask import Flask

import quizapp.web
from tests.web.browser import Browser, Page
from tests.web.people import answers
from tests.web.progress.filling import answers_much
from tests.web.progress.test_pages import PAGES as PROGRESS
from tests.web.test_patients import visits

STATIC = Path(quizapp.web.__file__).parent / "static"
SHEET = "".join(
    (STATIC / sheet).read_text(encoding="utf-8") for sheet in ("app.css", "asking.css", "reading.css", "maps.css", "progress.css")
)
TOKENS = {name: {"light": light, "dark": dark} for name, light, dark in re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", SHEET)}
LOOK = {
    "paper": ("#f5f7f6", "#0f181b"),
    "card": ("#ffffff", "#172226"),
    "ink": ("#15252b", "#e7eef0"),
    "muted": ("#4a5b62", "#a8b7bc"),
    "line": ("#d3dcdd", "#2b3a40"),
    "edge": ("#72848a", "#74878e"),
    "accent": ("#0a5c63", "#7ed0d2"),
    "on-accent": ("#ffffff", "#05282b"),
    "accent-soft": ("#e2f0f0", "#14343a"),
    "ok": ("#17653a", "#85d8a2"),
    "ok-soft": ("#e5f4ea", "#142f20"),
    "retry": ("#87480a", "#f1b672"),
    "retry-soft": ("#fdf1e2", "#352713"),
    "danger": ("#a1242b", "#ffa3a3"),
    "focus": ("#1b50d0", "#a3c4ff"),
}
SURFACES = ("paper", "card", "accent-soft", "ok-soft", "retry-soft")
HEAVIEST = 50 * 1024
MOST_REQUESTS = 3


READING = [
    "/words",
    "/words/metastatic-cancer/metastatic-cancer",
    "/search?q=cancer",
    "/topics/metastatic-cancer/basics?words=nursing",
    "/topics/metastatic-cancer/tests?words=nursing",
    "/maps/metastatic-cancer/spread",
    "/maps/metastatic-cancer/spread?to=liver",
    "/maps/metastatic-cancer/spread/quiz",
]


def contrast(one: str, other: str, theme: str) -> float:
    """WCAG 2.2, contrast ratio."""
    lighter, darker = sorted((luminance(TOKENS[one][theme]), luminance(TOKENS[other][theme])), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_tokens_are_those_that_were_agreed() -> None:
    assert {name: tuple(token.values()) for name, token in TOKENS.items()} == LOOK


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    ("texts", "surfaces", "least"),
    [
        (("ink",), SURFACES, 7.0),
        (("muted", "accent", "danger"), ("paper", "card"), 4.5),
        (("accent", "muted"), ("accent-soft",), 4.5),
        (("on-accent",), ("accent",), 4.5),
        (("ok",), ("ok-soft", "card"), 4.5),
        (("retry",), ("retry-soft", "card"), 4.5),
        (("edge", "accent", "ok", "retry", "danger", "focus"), ("paper", "card"), 3.0),
    ],
)
def test_text_and_edges_stand_out(theme: str, texts: tuple[str, ...], surfaces: tuple[str, ...], least: float) -> None:
    for text in texts:
        for surface in surfaces:
            assert contrast(text, surface, theme) >= least, f"{text} on {surface}, {theme}"


def test_colours_stand_in_tokens_only() -> None:
    layers = SHEET.partition("@layer base {")[2]
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b", layers)


def test_the_sheet_turns_round_for_languages_that_run_from_right_to_left() -> None:
    sides = r"(?:left|right|top|bottom)"
    sizes = r"(?:(?:min|max)-)?(?:width|height)"
    physical = rf"(?<![\w-])(?:(?:margin|padding|border)-{sides}|{sides}|{sizes})\s*:"
    found = [match for line in SHEET.splitlines() if "@media" not in line for match in re.findall(physical, line)]
    assert not found
    assert not re.search(r"(text-align|float):\s*(left|right)", SHEET)


def test_layers_stand_in_their_order() -> None:
    assert "@layer tokens, base, parts, states, print;" in SHEET


def test_modules_ask_for_no_other_file() -> None:
    for module in STATIC.glob("*.js"):
        assert not re.search(r"^\s*(import|export)\b|import\(", module.read_text(encoding="utf-8"), re.MULTILINE), module.name


def weight(browser: Browser, page: Page) -> tuple[int, int]:
    """Bytes before compression, and requests, of a page with all that it asks for."""
    root = page.root
    files = [link.attributes["href"] for link in root.all("link") if not link.attributes["href"].startswith("data:")]
    files += [script.attributes["src"] for script in root.all("script")] + [image.attributes["src"] for image in root.all("img")]
    assert all(file.startswith("/") for file in files)
    return len(page.response.data) + sum(size(browser, file) for file in files), 1 + len(files)


def size(browser: Browser, file: str) -> int:
    with browser.client.get(file) as answer:
        assert answer.status_code == 200
        return len(answer.data)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/about",
        "/help",
        "/accessibility",
        "/privacy",
        "/sign-up",
        "/sign-in",
        "/library",
        "/display",
        "/nothing",
        "/self-test",
        "/doctor-questions",
        "/health-privacy",
        *READING,
    ],
)
def test_a_page_for_guests_weighs_little(visitor: Browser, path: str) -> None:
    bytes_, requests = weight(visitor, visitor.open(path))
    assert bytes_ <= HEAVIEST
    assert requests <= MOST_REQUESTS


def test_every_page_of_a_visit_weighs_little(app: Flask, visitor: Browser) -> None:
    learned = visits(app, visitor)
    asked = [f"/self-test/questions/{number}{of}" for number in (1, 5, 10) for of in ("", "/answer")]
    for path in (learned.path, *asked, "/self-test/telling", "/doctor-questions", *READING):
        bytes_, requests = weight(visitor, visitor.open(path))
        assert bytes_ <= HEAVIEST, path
        assert requests <= MOST_REQUESTS, path


def test_a_page_of_progress_weighs_little_when_much_was_answered(app: Flask, student: Browser) -> None:
    answers_much(app, student, 40, 60)
    for path in PROGRESS:
        bytes_, requests = weight(student, student.open(path))
        assert bytes_ <= HEAVIEST, path
        assert requests <= MOST_REQUESTS, path


def test_a_page_for_learners_weighs_little(app: Flask, student: Browser) -> None:
    question = student.open("/study?more=1")
    pages = [
        question,
        answers(app, student, question, right=False),
        *map(student.open, ("/today", "/library", "/study/summary", "/settings")),
    ]
    for page in pages:
        bytes_, requests = weight(student, page)
        assert bytes_ <= HEAVIEST, page.path
        assert requests <= MOST_REQUESTS, page.path
