"""The words of a bank, each explained, and where each is used."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from questions.fact import Fact
from questions.interactions import Spelled
from questions.knowledge import Knowledge
from questions.spelling import plain, recognise
from questions.terms import Term


@dataclass(frozen=True, slots=True)
class Word:
    """A term in plain words (`meaning` is how a fact defines it, "" where none does), and the facts that name it."""

    term: Term
    plainly: str
    meaning: str
    facts: tuple[Fact, ...]
    topics: tuple[str, ...]

    @property
    def also(self) -> tuple[str, ...]:
        """Its other names, without those that a reader takes for one told already: in another number, or spelled otherwise."""
        told = [self.term.name]
        for name in self.term.synonyms:
            if not any(recognise(name, (Spelled(one, one, ()),)) for one in told):
                told.append(name)
        return tuple(told[1:])


@lru_cache(maxsize=16)
def glossary(knowledge: Knowledge) -> tuple[Word, ...]:
    """Every term that can be explained and that some fact is about, by its name; none twice, as one thing or as several."""
    return tuple(sorted(_each_once(word for word in words_used(knowledge) if word.plainly), key=lambda word: plain(word.term.name)))


def _each_once(words: Iterable[Word]) -> Iterator[Word]:
    """Of words that are called the same, the one that the most facts name."""
    told = set[str]()
    for word in sorted(words, key=lambda word: -len(word.facts)):
        names = {plain(name) for name in (word.term.name, word.term.plural) if name}
        if told.isdisjoint(names):
            yield word
        told |= names


def words_used(knowledge: Knowledge) -> Iterator[Word]:
    """Every term that some fact is about, explained or not, but for phrases."""
    words = (word_of(knowledge, term.id) for term in knowledge.bank.terms if not knowledge.kinds[term.kind].phrases)
    return (word for word in words if word.facts)


def word_of(knowledge: Knowledge, term: str) -> Word:
    """A term and where it is used. Raises KeyError if the bank has no such term."""
    topics, naming = dict.fromkeys(topic.id for topic in knowledge.bank.topics), _naming(knowledge).get(term, ())
    meaning, named = knowledge.meaning_of(term), knowledge.terms[term]
    used_in = {knowledge.bank.topic_of[fact.id] for fact in naming}
    return Word(named, named.plain or meaning, meaning, naming, tuple(topic for topic in topics if topic in used_in))


@lru_cache(maxsize=16)
def _naming(knowledge: Knowledge) -> dict[str, tuple[Fact, ...]]:
    """By term, the facts that say something of it (not those that only set it aside, nor those that only refute it)."""
    naming: dict[str, tuple[Fact, ...]] = {}
    for fact in (fact for topic in knowledge.bank.topics for fact in knowledge.facts_in(topic.id) if fact.asked):
        for term in dict.fromkeys(named for named, field in fact.terms_named() if field not in ASIDE):
            naming[term] = (*naming.get(term, ()), fact)
    return naming


ASIDE = frozenset(("foils", "elsewhere", "also_fits"))
