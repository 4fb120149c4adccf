"""What an editor of a bank should look at."""

from dataclasses import dataclass

from questions.fact import IN_DOUBT, Fact
from questions.glossary import words_used
from questions.knowledge import Knowledge
from questions.readability import count_words, grade
from questions.template import LEVELS
from questions.topic_text import sentences_of

FEWEST_WAYS = 3
FEWEST_LEVELS = 2


@dataclass(frozen=True, slots=True)
class FewWays:
    """An objective that cannot be asked in three ways on two levels: in which ways it can, and on which levels."""

    objective: str
    aim: str
    templates: tuple[str, ...]
    levels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TopicGrade:
    """How hard the plain wording of a topic is to read, its terms set aside; the grade of few words says little."""

    topic: str
    title: str
    words: int
    grade: float


@dataclass(frozen=True, slots=True)
class Report:
    """All of it, in the bank's order."""

    bank: str
    title: str
    revision: str
    facts: int
    objectives: int
    few_ways: tuple[FewWays, ...]
    unasked: tuple[Fact, ...]
    doubtful: tuple[Fact, ...]
    unexplained: tuple[str, ...]
    without_plain: tuple[Fact, ...]
    grades: tuple[TopicGrade, ...]


def report_on(knowledge: Knowledge) -> Report:
    """Objectives with too few ways of asking, facts that nothing asks, facts in doubt, terms without plain names, reading grades."""
    bank = knowledge.bank
    asked = {fact for objective in knowledge.objectives.values() for fact in (objective.fact, *objective.facts)}
    believed = [fact for topic in bank.topics for fact in knowledge.facts_in(topic.id)]
    return Report(
        bank=bank.name,
        title=bank.title,
        revision=bank.revision,
        facts=len(bank.facts),
        objectives=len(knowledge.objectives),
        few_ways=_few_ways(knowledge),
        unasked=tuple(fact for fact in believed if fact.asked and not _is_asked(fact, asked, knowledge)),
        doubtful=tuple(fact for fact in bank.facts if fact.currency in IN_DOUBT),
        unexplained=tuple(word.term.id for word in words_used(knowledge) if not word.term.plain),
        without_plain=tuple(
            fact for fact in believed if not fact.plain and not fact.row_of() and fact.asked and "patient" in fact.audiences
        ),
        grades=tuple(_grade(topic.id, knowledge) for topic in bank.topics),
    )


def _is_asked(fact: Fact, asked: set[str], knowledge: Knowledge) -> bool:
    """Whether an objective rests on it, or on each of its rows."""
    rows = knowledge.rows_of(fact.id)
    return fact.id in asked or (bool(rows) and all(row.id in asked for row in rows))


def _few_ways(knowledge: Knowledge) -> tuple[FewWays, ...]:
    found = []
    for id, objective in knowledge.objectives.items():
        fit = knowledge.templates[id]
        levels = tuple(level for level in LEVELS if any(one.level == level for one in fit))
        if len(fit) < FEWEST_WAYS or len(levels) < FEWEST_LEVELS:
            found.append(FewWays(id, objective.aim, tuple(one.name for one in fit), levels))
    return tuple(found)


def _grade(topic: str, knowledge: Knowledge) -> TopicGrade:
    facts = [fact for fact in knowledge.facts_in(topic) if "patient" in fact.audiences]
    text = " ".join(sentence for fact in facts for sentence in sentences_of(fact, knowledge, "patient"))
    taught = (spelling for term in knowledge.bank.terms for spelling in term.spellings)
    return TopicGrade(topic, knowledge.topic_titles[topic], count_words(text), grade(text, taught))
