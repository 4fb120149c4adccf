"""How hard a text is to read: the Flesch-Kincaid grade, in years of school."""

import re
from collections.abc import Iterable

FEWEST_WORDS = 100
"""Grades of shorter texts say little."""
SENTENCE = re.compile(r"[.!?]+(?:\s|$)")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
VOWELS = re.compile(r"(?<![tcsgx])i(?=[ao])|[aeiouy]+")
SILENT_END = re.compile(r"(?:[^laeiouy]es|[^aeiouydt]ed|[^laeiouy]e)$")


def grade(text: str, taught: Iterable[str] = ()) -> float:
    """The Flesch-Kincaid grade (0 and up; one decimal) of a text in which each of the `taught` terms counts as one short word.

    0.39 × words a sentence + 11.8 × syllables a word − 15.59 (Kincaid, Fishburne, Rogers and Chissom 1975). 0.0 for no words.
    """
    text = _masked(text, taught)
    words = WORD.findall(text)
    if not words:
        return 0.0
    sentences = max(1, len(SENTENCE.findall(text)))
    return max(0.0, round(0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59, 1))


def count_words(text: str) -> int:
    """How many words a text has."""
    return len(WORD.findall(text))


def syllables(word: str) -> int:
    """How many syllables an English word has, counted by its groups of vowels (right for about nine words in ten); at least 1."""
    small = word.casefold()
    return max(1, len(VOWELS.findall(small)) - bool(SILENT_END.search(small)))


def _masked(text: str, taught: Iterable[str]) -> str:
    """The text with a word of one syllable in place of each term that it teaches, the longest terms first."""
    terms = sorted((re.escape(term) for term in taught if term), key=len, reverse=True)
    return re.sub(rf"\b(?:{'|'.join(terms)})\b", "it", text, flags=re.IGNORECASE) if terms else text
