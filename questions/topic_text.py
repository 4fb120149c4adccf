"""A topic to be read: words first, then sentences as the document has their subjects, then steps, tables and what is confused."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from math import ceil

from questions.fact import Currency, Fact
from questions.knowledge import Knowledge
from questions.passages import Passage, Saying
from questions.plainly import READERS, audience_of

MOST = 4  # sentences in a paragraph
END = re.compile(r"(?<=[.?!]) (?=\S)")


@dataclass(frozen=True, slots=True)
class Change:
    """What has changed since the document was written, or is disputed, and who says so; `about` is what the document says.

    Patients are told what has been put for them, and by nobody else: `note` is "" where nothing has.
    """

    about: str
    currency: Currency
    note: str
    who: str


@dataclass(frozen=True, slots=True)
class TopicText:
    """What there is to read: terms with their meanings, paragraphs, questions to take along, figures, and what has changed since."""

    words: tuple[Saying, ...]
    paragraphs: tuple[tuple[str, ...], ...]
    questions: tuple[str, ...]
    figures: tuple[Passage, ...]
    changes: tuple[Change, ...]


def topic_text(knowledge: Knowledge, topic: str, reader: str, *, spared: bool = False) -> TopicText:
    """The text of a topic in the words for a reader; nothing stands in it that is not meant for them, and nothing twice. Who is `spared`
    reads of no outlook."""
    facts = [fact for fact in knowledge.facts_in(topic) if audience_of(reader) in fact.audiences and not (spared and fact.outlook)]
    told = [(fact, passage) for fact in facts for passage in fact.passages(knowledge, reader)]
    sayings = [(fact, passage) for fact, passage in told if isinstance(passage, Saying)]
    heads = {fact.id for fact, passage in told if not isinstance(passage, Saying)}
    return TopicText(
        words=tuple(saying for _, saying in sayings if saying.lead),
        paragraphs=tuple(
            _paragraphs([(fact, saying.text) for fact, saying in sayings if not (saying.lead or saying.asks)], knowledge, heads)
        ),
        questions=tuple(saying.text for _, saying in sayings if saying.asks),
        figures=tuple(passage for _, passage in told if not isinstance(passage, Saying)),
        changes=tuple(_changes(facts, knowledge, reader)),
    )


def sentences_of(fact: Fact, knowledge: Knowledge, reader: str) -> tuple[str, ...]:
    """What a fact says in sentences; a term that it explains stands before a colon."""
    sayings = (passage for passage in fact.passages(knowledge, reader) if isinstance(passage, Saying))
    return tuple(f"{saying.lead}: {saying.text}" if saying.lead else saying.text for saying in sayings)


def _paragraphs(told: list[tuple[Fact, str]], knowledge: Knowledge, heads: Collection[str]) -> Iterator[tuple[str, ...]]:
    """What a table or steps are about comes first. Sentences that come from one section of the document stand together in its order,
    each once, and in no wall of words."""
    first = {text: fact.source for fact, text in reversed(told)}
    about = {text for fact, text in told if fact.id in heads}
    section = {text: -1 if text in about else knowledge.bank.about.sections.index(source.section) for text, source in first.items()}
    in_order = sorted(dict.fromkeys(text for _, text in told), key=lambda text: (section[text], first[text].paragraph or 0))
    for _, texts in groupby(in_order, key=section.__getitem__):
        yield from _apart(_closed_once(tuple(texts)))


def _closed_once(texts: tuple[str, ...]) -> tuple[str, ...]:
    """The texts; where several close with the same sentence, the last alone does."""
    closing = [END.split(text)[-1] for text in texts]
    return tuple(
        text.removesuffix(close).rstrip() if close != text and close in closing[place + 1 :] else text
        for place, (text, close) in enumerate(zip(texts, closing, strict=True))
    )


def _apart(texts: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The sentences in as few paragraphs as hold them, of like length."""
    size = ceil(len(texts) / ceil(len(texts) / MOST))
    return (texts[place : place + size] for place in range(0, len(texts), size))


def _changes(facts: Iterable[Fact], knowledge: Knowledge, reader: str) -> Iterator[Change]:
    told: set[str] = set()
    for fact in facts:
        note, who = (fact.plain_note, "") if reader in READERS else (fact.note, fact.who)
        if fact.changed and fact.note and fact.note not in told:
            told.add(fact.note)
            yield Change(" ".join(sentences_of(fact, knowledge, reader)) or fact.plain, fact.currency, note, who)
