"""Every sentence of a page goes through the catalogue, and the catalogue holds every sentence."""

import re
from pathlib import Path

import pytest
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po
from jinja2 import Environment

import quizapp

ROOT = Path(quizapp.__file__).parents[1]
TEMPLATES = ROOT / "quizapp/web/templates"
CATALOGUE = ROOT / "quizapp/web/translations/messages.pot"
READ_ALOUD = ("aria-label", "alt", "title", "placeholder", "label")


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: path.relative_to(TEMPLATES).as_posix())
def test_no_template_holds_words_outside_the_catalogue(path: Path) -> None:
    tokens = Environment(autoescape=True).lex(path.read_text(encoding="utf-8"))
    markup = "".join(text if kind == "data" else "\x00" for _, kind, text in tokens)
    keys = re.sub(r"<kbd>\w+</kbd>", "", markup.replace("\x00", ""))
    bare = re.sub(r"<[^>]*>|&\w+;|[\w-]+=\"[^\"]*\"", " ", keys)
    assert not re.findall(r"[^\W\d_]+", bare), f"put these through _(): {bare.split()}"
    spoken = re.findall(rf'\b({"|".join(READ_ALOUD)})="([^"]*[^\W\d_][^"]*)"', keys)
    assert not spoken


def test_the_catalogue_is_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`pybabel extract -F pyproject.toml` makes it again, with these options and `-o quizapp/web/translations/messages.pot .`"""
    monkeypatch.chdir(ROOT)
    fresh = tmp_path / "messages.pot"
    options = ["-k", "sentence", "--no-location", "--omit-header", "--sort-output"]
    CommandLineInterface().run(["pybabel", "-q", "extract", "-F", "pyproject.toml", *options, "-o", str(fresh), "."])
    assert ids(CATALOGUE) == ids(fresh)


def ids(path: Path) -> set[object]:
    with path.open("rb") as file:
        return {message.id for message in read_po(file) if message.id}
