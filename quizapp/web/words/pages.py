"""Words by their first letters, as many letters on a page as make it an easy read."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from questions.glossary import Word, glossary
from questions.knowledge import Knowledge
from questions.spelling import plain

MOST_WORDS = 24


@dataclass(frozen=True, slots=True)
class Entry:
    """A word and the bank that it stands in."""

    bank: str
    word: Word


@dataclass(frozen=True, slots=True)
class Letter:
    """The words that begin with a letter."""

    letter: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Letters that stand on one page."""

    letters: tuple[Letter, ...]

    @property
    def first(self) -> str:
        """The first letter, which names the page."""
        return self.letters[0].letter

    @property
    def last(self) -> str:
        """The last letter."""
        return self.letters[-1].letter


def pages_of(banks: Iterable[Knowledge]) -> tuple[Page, ...]:
    """The words of all banks by letter; a letter is never divided."""
    entries = sorted((Entry(one.bank.name, word) for one in banks for word in glossary(one)), key=lambda entry: _sorted_by(entry.word))
    pages: list[list[Letter]] = []
    for letter, found in groupby(entries, key=lambda entry: _sorted_by(entry.word)[:1].upper()):
        group = Letter(letter, tuple(found))
        if not pages or _count(pages[-1]) + len(group.entries) > MOST_WORDS:
            pages.append([])
        pages[-1].append(group)
    return tuple(Page(tuple(letters)) for letters in pages)


def _sorted_by(word: Word) -> str:
    return plain(word.term.name)


def _count(letters: list[Letter]) -> int:
    return sum(len(letter.entries) for letter in letters)
