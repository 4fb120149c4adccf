"""Looking things up in a bank: terms, what facts say, and objectives, forgiving of spelling."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from questions.fact import Fact
from questions.glossary import Word, glossary
from questions.knowledge import Knowledge
from questions.objectives import Objective
from questions.passages import Rows
from questions.plainly import READERS, asked_of, audience_of
from questions.spelling import one_slip, plain
from questions.topic_text import sentences_of

LONGEST_QUERY = 100
MOST_WORDS = 8
SHORTEST_BEGINNING = 3
"""From so many letters on, the beginning of a word finds it."""
LONG_ENOUGH_FOR_A_SLIP = 5
"""From so many letters on, a word is found in spite of a slip: nothing is scored here, and what was found is marked."""
WORD = re.compile(r"[\w’'-]+")
ASKING = frozenset(
    re.findall(
        r"\w+",
        "and are as at be by can do does for from how i if in is it me my of on or that the this to what when where which who why with"
        " you your",
    )
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """What a fact says."""

    fact: str
    topic: str
    text: str


@dataclass(frozen=True, slots=True)
class Aim:
    """An objective, and what it asks for in the words of whoever reads."""

    objective: Objective
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, the best first, and the words in which it was found, as `plain` has them."""

    words: tuple[Word, ...]
    sentences: tuple[Sentence, ...]
    aims: tuple[Aim, ...]
    matched: frozenset[str]


@dataclass(frozen=True)
class _Index:
    words: tuple[tuple[Word, frozenset[str], frozenset[str]], ...]  # with the plain words of its names, and of its meaning
    sentences: tuple[tuple[Sentence, frozenset[str]], ...]
    aims: tuple[tuple[Aim, frozenset[str]], ...]
    vocabulary: frozenset[str]


def most_missing(query: str) -> int:
    """How many words of a query may be missing where nothing holds them all: half of them at most."""
    return len(_asked(query)) // 2


def search(knowledge: Knowledge, query: str, reader: str, *, missing: int = 0) -> Found:
    """All that holds every word of the query but so many, or its beginning; or, where no word begins so, a word that differs by one slip.

    What is found is put as this reader is told it, or not found.
    """
    index = _index(knowledge, reader)
    asked = [_meant(word, index.vocabulary) for word in _asked(query)]
    least = len(asked) - missing
    if least < 1:
        return Found((), (), (), frozenset())
    named = sorted((word for word, names, _ in index.words if _holds(names, asked, least)), key=lambda word: _beside(word, asked))
    described = [word for word, names, meaning in index.words if word not in named and _holds(names | meaning, asked, least)]
    return Found(
        words=(*named, *described),
        sentences=tuple(sentence for sentence, words in index.sentences if _holds(words, asked, least)),
        aims=tuple(aim for aim, words in index.aims if _holds(words, asked, least)),
        matched=frozenset().union(*asked),
    )


def marked(text: str, matched: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """The text in pieces, in order, each with whether it is a word that was found."""
    end = 0
    for word in WORD.finditer(text):
        if _words(word[0]) & matched:
            yield text[end : word.start()], False
            yield word[0], True
            end = word.end()
    yield text[end:], False


def _asked(query: str) -> tuple[str, ...]:
    words = dict.fromkeys(plain(query[:LONGEST_QUERY]).split())
    return tuple(word for word in words if word not in ASKING)[:MOST_WORDS]


def _meant(word: str, vocabulary: frozenset[str]) -> frozenset[str]:
    """The words of the bank that this one means."""
    whole = {one for one in vocabulary if one == word or (len(word) >= SHORTEST_BEGINNING and one.startswith(word.removesuffix("s")))}
    return frozenset(whole or {one for one in vocabulary if one_slip(word, one, LONG_ENOUGH_FOR_A_SLIP)})


def _holds(words: frozenset[str], asked: Iterable[frozenset[str]], least: int) -> bool:
    return sum(1 for meant in asked if words & meant) >= least


def _beside(word: Word, asked: Sequence[frozenset[str]]) -> int:
    """How many words stand beside those asked for in the shortest of its names: none where one of them is just what was asked."""
    return min(len(_words(name).difference(*asked)) for name in word.term.spellings)


@lru_cache(maxsize=16)
def _index(knowledge: Knowledge, reader: str) -> _Index:
    audience = audience_of(reader)
    words = tuple((word, _words(*word.term.spellings), _words(word.plainly, word.meaning)) for word in glossary(knowledge))
    told = [(topic, fact) for topic in knowledge.bank.topics for fact in knowledge.facts_in(topic.id) if audience in fact.audiences]
    sentences = tuple(
        (Sentence(fact.id, topic.id, text), _words(text, about))
        for topic, fact in told
        for text, about in (
            *((text, "") for text in sentences_of(fact, knowledge, reader)),
            *((text, topic.title) for text in _rows(fact, knowledge, reader)),
        )
    )
    asked = ((one, _aim(one, reader)) for one in knowledge.objectives.values() if audience in one.audiences)
    aims = tuple((Aim(one, text), _words(text)) for one, text in asked if text)
    every = (*(names | meaning for _, names, meaning in words), *(found for _, found in (*sentences, *aims)))
    return _Index(words, sentences, aims, frozenset().union(*every))


def _rows(fact: Fact, knowledge: Knowledge, reader: str) -> Iterator[str]:
    """The rows of a table, each in a line; what it is about stands over the table, and is found with it."""
    for table in (passage for passage in fact.passages(knowledge, reader) if isinstance(passage, Rows)):
        yield from (f"{head}: {', '.join(entries)}" for head, entries in table.rows)


def _aim(objective: Objective, reader: str) -> str:
    """What there is to know, as a student reads it; the question, as it is put to whoever is told plainly, if it is."""
    return asked_of(objective.plain, reader) if reader in READERS else objective.aim


def _words(*texts: str) -> frozenset[str]:
    """The words of texts as `plain` has them; those with hyphens in one word as well."""
    joined = (plain(word).replace(" ", "") for text in texts for word in WORD.findall(text) if "-" in word)
    return frozenset((*(word for text in texts for word in plain(text).split()), *joined))
