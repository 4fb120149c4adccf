"""The words of a bank, each explained, and where each is used."""

from dataclasses import dataclass

from questions.fact import Fact
from questions.knowledge import Knowledge
from questions.spelling import plain
from questions.terms import Term


@dataclass(frozen=True, slots=True)
class Word:
    """A term in plain words (`meaning` is how a fact defines it, "" where none does), and the facts that name it."""

    term: Term
    plainly: str
    meaning: str
    facts: tuple[Fact, ...]
    topics: tuple[str, ...]


def glossary(knowledge: Knowledge) -> tuple[Word, ...]:
    """Every term that can be explained and that some fact is about, by its name."""
    words = (word_of(knowledge, term) for term in knowledge.terms)
    return tuple(sorted((word for word in words if word.facts and word.plainly), key=lambda word: plain(word.term.name)))


def word_of(knowledge: Knowledge, term: str) -> Word:
    """A term and where it is used."""
    topics, naming = dict.fromkeys(topic.id for topic in knowledge.bank.topics), _naming(knowledge, term)
    meaning, named = knowledge.meaning_of(term), knowledge.terms[term]
    used_in = {knowledge.bank.topic_of[fact.id] for fact in naming}
    return Word(named, named.plain or meaning, meaning, naming, tuple(topic for topic in topics if topic in used_in))


def _naming(knowledge: Knowledge, term: str) -> tuple[Fact, ...]:
    """The facts that say something of the term (not those that only set it aside)."""
    facts = (fact for topic in knowledge.bank.topics for fact in knowledge.facts_in(topic.id))
    return tuple(fact for fact in facts if term in {named for named, field in fact.terms_named() if field not in ASIDE})


ASIDE = frozenset(("foils", "elsewhere", "also_fits"))
