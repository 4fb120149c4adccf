"""A language that nobody speaks: each letter has a mark and each word is a third longer, so that what goes through no catalogue stands out."""

import json
import re
from collections.abc import Iterator
from math import ceil
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

import questions
import quizapp
from questions.bank import Bank, bank_content, bank_of

PAGES = Path(quizapp.__file__).parent / "web/translations/messages.pot"
QUESTIONS = Path(questions.__file__).parent / "catalogues/questions.pot"
PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
MARKED = "áƀçđéƒǵĥíĵķĺɱñóþɋŕšťúṽŵẋýžÁƁÇĐÉƑǴĤÍĴĶĹṀÑÓÞɊŔŠŤÚṼŴẊÝŽ"
MARKS = str.maketrans(PLAIN, MARKED)
FILLED_IN = re.compile(r"(%\(\w+\)[sd]|%%|\{\{?\w*\}?\}|</?\w+>)")
WORD = re.compile(r"[^\W\d_]+")
VOWELS = frozenset("aeiouyAEIOUY")
WORDS_OF_A_BANK = frozenset(
    (
        "about",
        "accepts",
        "age",
        "aim",
        "aim_back",
        "amount",
        "asks",
        "asks_act",
        "asks_all",
        "asks_case",
        "asks_each",
        "asks_entry",
        "asks_heading",
        "asks_match",
        "asks_meaning",
        "asks_term",
        "asks_which",
        "because",
        "claim",
        "condition",
        "context",
        "denies",
        "document",
        "excluded",
        "family",
        "found",
        "helps",
        "holds",
        "instead",
        "why_not",
        "many",
        "means",
        "measure",
        "name",
        "note",
        "objects",
        "one",
        "phrase",
        "plain",
        "plural",
        "population",
        "qualifier",
        "said_by",
        "says",
        "section",
        "sections",
        "subject_many",
        "subject_one",
        "subjects",
        "synonyms",
        "text",
        "the",
        "title",
        "unit",
        "units",
        "veiled",
        "who",
        "why",
    )
)
NAMES_OF_TERMS = {"contrast": frozenset(("one", "other")), "bank": frozenset(("name",))}
"""What is called like words elsewhere, and holds the id of something in these tables."""


def pseudo(sentence: str) -> str:
    """A sentence in that language, in brackets; what is filled in stays as it is."""
    return f"[{marked(sentence)}]"


def marked(text: str) -> str:
    """The same without brackets."""
    return "".join(part if FILLED_IN.fullmatch(part) else WORD.sub(_longer, part) for part in FILLED_IN.split(text))


def _longer(word: re.Match[str]) -> str:
    """A word with its marks, and some of its letters twice (vowels first), until it is a third longer."""
    letters = word[0]
    places = sorted(range(len(letters)), key=lambda place: (letters[place] not in VOWELS, place))[: ceil(len(letters) / 3)]
    return "".join((letter * 2 if place in places and place else letter) for place, letter in enumerate(letters)).translate(MARKS)


def write_catalogues(folder: Path, language: str) -> None:
    """Both catalogues, made from all that there is to say: `messages` for the pages, `questions` for what templates write."""
    inside = folder / language / "LC_MESSAGES"
    inside.mkdir(parents=True)
    for source in (PAGES, QUESTIONS):
        with source.open("rb") as file, (inside / f"{source.stem}.mo").open("wb") as made:
            write_mo(made, _said(Catalog(language), read_po(file)))


def _said(catalogue: Catalog, source: Catalog) -> Catalog:
    for message in source:
        if message.id:
            one, *many = (message.id,) if isinstance(message.id, str) else message.id
            catalogue.add(message.id, (pseudo(one), pseudo(many[0])) if many else pseudo(one))
    return catalogue


def pseudo_bank(bank: Bank, language: str) -> Bank:
    """The bank as if it were worded in that language, by the code of which it goes; ids stay what they are."""
    content = json.loads(bank_content(bank))
    about = {**_worded(content["bank"], "bank"), "language": language}
    return bank_of({"bank": about, "files": [dict(_tables(file)) for file in content["files"]]})


def _tables(file: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, tables in file.items():
        yield name, _worded(tables, name)


def _worded(found: Any, table: str, key: str = "") -> Any:
    if isinstance(found, dict):
        return {inner: _worded(value, table, key if key in ("instead", "why_not") else inner) for inner, value in found.items()}
    if isinstance(found, list):
        return [_worded(one, table, key) for one in found]
    worded = isinstance(found, str) and key in WORDS_OF_A_BANK and key not in NAMES_OF_TERMS.get(table, ())
    return marked(found) if worded else found
