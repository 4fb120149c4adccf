"""Words by their first letters, as many letters on a page as make it an easy read."""

from dataclasses import dataclass
from itertools import groupby

from questions.glossary import Word, glossary
from questions.knowledge import Knowledge
from questions.spelling import plain

MOST_WORDS = 24


@dataclass(frozen=True, slots=True)
class Letter:
    """The words that begin with a letter."""

    letter: str
    words: tuple[Word, ...]


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


def pages_of(knowledge: Knowledge) -> tuple[Page, ...]:
    """The words of a bank by letter; a letter is never divided."""
    pages: list[list[Letter]] = []
    for letter, found in groupby(glossary(knowledge), key=lambda word: plain(word.term.name)[:1].upper()):
        group = Letter(letter, tuple(found))
        if not pages or _count(pages[-1]) + len(group.words) > MOST_WORDS:
            pages.append([])
        pages[-1].append(group)
    return tuple(Page(tuple(letters)) for letters in pages)


def _count(letters: list[Letter]) -> int:
    return sum(len(letter.words) for letter in letters)
