"""A fact in one line, for those who look after it."""

from questions.fact import Fact, Line
from questions.knowledge import Knowledge
from questions.topic_text import sentences_of
from questions.wording import sentence


def said(fact: Fact, knowledge: Knowledge) -> str:
    """What a fact says: its sentences, else its plain words, else what it states, in the words of its predicate where that has some."""
    if sentences := sentences_of(fact, knowledge, "nursing"):
        return " ".join(sentences)
    return fact.plain or " ".join(_in_words(line, knowledge) for line in fact.lines(knowledge))


def _in_words(line: Line, knowledge: Knowledge) -> str:
    objects = ", ".join(f"{text} ({qualifier})" if qualifier else text for text, qualifier in line.objects)
    predicate = knowledge.predicates.get(line.predicate.removeprefix("not "))
    if predicate is None:
        return f"{line.subject} {line.predicate}: {objects}."
    wording = predicate.says if predicate.id == line.predicate else predicate.denies
    return sentence(wording.format(subject=line.subject, object=objects)) + "."
