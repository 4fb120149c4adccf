"""Sentences of templates and facts go through a catalogue that the room carries itself."""

from pathlib import Path

import pytest
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po

import questions
from questions.wording import listed, sayer, sentence, within

ROOM = Path(questions.__file__).parent
CATALOGUE = ROOM / "catalogues/questions.pot"


def test_the_catalogue_is_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`pybabel extract` makes it again, with these options and `-o questions/catalogues/questions.pot questions`."""
    monkeypatch.chdir(ROOM.parent)
    fresh = tmp_path / "questions.pot"
    options = ["-k", "say", "--no-location", "--omit-header", "--sort-output"]
    CommandLineInterface().run(["pybabel", "-q", "extract", *options, "-o", str(fresh), "questions"])
    assert ids(CATALOGUE) == ids(fresh)
    assert "Choose one answer." in ids(CATALOGUE)


def test_a_sentence_is_filled_in_with_what_it_names() -> None:
    assert sayer("en")("Select exactly {n}.", n=2) == "Select exactly 2."


def test_a_language_without_a_catalogue_is_spoken_in_english() -> None:
    assert sayer("tlh")("Choose one answer.") == "Choose one answer."


@pytest.mark.parametrize(("things", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")])
def test_things_are_listed_as_people_list_them(things: list[str], words: str) -> None:
    assert listed(things, sayer("en")) == words


def test_a_sentence_begins_with_a_capital_letter() -> None:
    assert (sentence("lymph nodes"), sentence("MRI"), sentence("")) == ("Lymph nodes", "MRI", "")


@pytest.mark.parametrize(
    ("text", "words"), [("Which is it?", "which is it?"), ("A scan", "a scan"), ("MRI scan", "MRI scan"), ("X-ray", "X-ray"), ("", "")]
)
def test_within_a_sentence_the_capital_goes_but_not_an_abbreviations(text: str, words: str) -> None:
    assert within(text) == words


def ids(path: Path) -> set[object]:
    with path.open("rb") as file:
        return {message.id for message in read_po(file) if message.id}
