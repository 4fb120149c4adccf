"""Sentences of templates and facts go through a catalogue that the room carries itself."""

from gettext import NullTranslations
from pathlib import Path

import pytest
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po

import questions
from questions.interactions import Targets
from questions.wording import Say, listed, sayer, sentence, within
from tests.questions.making import options

ROOM = Path(questions.__file__).parent
CATALOGUE = ROOM / "catalogues/questions.pot"


def test_the_catalogue_is_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`pybabel extract` makes it again, with these options and `-o questions/catalogues/questions.pot questions`."""
    monkeypatch.chdir(ROOM.parent)
    fresh = tmp_path / "questions.pot"
    options = ["-k", "say", "-k", "several:1,2", "-k", "named", "--no-location", "--omit-header", "--sort-output"]
    CommandLineInterface().run(["pybabel", "-q", "extract", *options, "-o", str(fresh), "questions"])
    assert ids(CATALOGUE) == ids(fresh)
    assert "Choose one answer." in ids(CATALOGUE)


def test_a_sentence_is_filled_in_with_what_it_names() -> None:
    assert sayer("en")("Select exactly {n}.", n=2) == "Select exactly 2."


class Counting(NullTranslations):
    """A language with a form of its own for two."""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"{'both of' if n == 2 else 'all'} {{n}}"


def test_a_language_has_its_own_forms_for_numbers() -> None:
    say = Say(Counting())
    assert [say.several("one", "many", number, n=number) for number in (2, 5)] == ["both of 2", "all 5"]
    assert sayer("en").several("{n} answer", "{n} answers", 1, n=1) == "1 answer"


def test_places_of_a_bow_tie_are_numbered_as_the_language_does_it() -> None:
    targets = Targets("act", "To do", options("*a *b c"), "{number}. {label}")
    assert [blank.label for blank in targets.blanks] == ["1. To do", "2. To do"]


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
