"""The pages that patients read, and how hard they are to read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from questions.bank import shipped_banks
from questions.glossary import glossary
from questions.knowledge import Knowledge
from questions.readability import FEWEST_WORDS, count_words, grade
from questions.readers.toml_files import read_bank
from tests.web.browser import Browser, Element

BLOCKS = frozenset(("p", "li", "dt", "dd", "h1", "h2", "h3", "legend", "caption", "label"))
MARKS = (".", "!", "?", ":", "”")
ARTICLE = Knowledge(read_bank(shipped_banks()[0]))
VISIT = ("/self-test", "/self-test/learned", "/self-test/telling", "/self-test/outlook", "/self-test/outlook/figures")
OUTLOOK = "/self-test/outlook"
ASKED = sum(len(part.objectives) for part in ARTICLE.bank.self_test)


@dataclass(frozen=True)
class Read:
    """A page that was read: whose words, how many, and its grade (Flesch-Kincaid) with taught terms masked."""

    path: str
    words: int
    grade: float


def topics() -> tuple[str, ...]:
    """What there is to read about each topic, in plain words."""
    return tuple(f"/topics/{ARTICLE.bank.name}/{topic.id}?words=patient" for topic in ARTICLE.bank.topics)


def words() -> tuple[str, ...]:
    """Each word explained, in plain words."""
    return tuple(f"/words/{ARTICLE.bank.name}/{word.term.id}?words=patient" for word in glossary(ARTICLE))


def visits(browser: Browser, who: str) -> Iterator[tuple[str, str]]:
    """The pages of a whole visit, each with its text."""
    page = browser.open("/self-test")
    page = browser.send(page.form("/visits"), {"who": [who]})
    for number in range(1, ASKED + 1):
        yield f"question {number}", text_of(page.root)
        page = browser.send(page.form(r"/self-test/questions/\d+/answers"), {"answer": [str(number % 3)]})
        yield f"answer {number}", text_of(page.root)
        page = browser.send(page.form(r"/self-test/questions/\d+/clearness"), {"clear": [str(number % 2)]})
    browser.send(browser.open(OUTLOOK).form(f"{OUTLOOK}/figures"))
    yield from ((path, text_of(browser.open(path).root)) for path in VISIT)


def text_of(root: Element, *, own: bool = False) -> str:
    """What there is to read on a page: the text of each block, as a sentence; its own alone, or also what every page for patients says."""
    (main,) = root.all("main")
    shared = {id(one) for block in main.all("div", class_="page for-patients") for one in block.all()} if own else set()
    texts = (one.text() for one in _innermost(main) if id(one) not in shared)
    return " ".join(text if text.endswith(MARKS) else f"{text}." for text in texts if text)


def _innermost(element: Element) -> Iterator[Element]:
    for one in element.inside:
        if one.tag in BLOCKS and not any(inner.tag in BLOCKS for inner in one.all() if inner is not one):
            yield one
        else:
            yield from _innermost(one)


def read(path: str, text: str) -> Read:
    """The grade of a text."""
    return Read(path, count_words(text), grade(text, taught()))


@cache
def taught() -> tuple[str, ...]:
    """The terms that the bank teaches, as they can be written."""
    names = {name for term in ARTICLE.bank.terms for name in (term.name, term.plural, *term.synonyms, *term.accepts) if name}
    return tuple(sorted(re.sub(r"\s+", " ", name) for name in names))


def long_enough(pages: list[Read]) -> list[Read]:
    """Those that are long enough for a grade to say something."""
    return [page for page in pages if page.words >= FEWEST_WORDS]
