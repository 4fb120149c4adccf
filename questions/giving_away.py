"""Whether one item tells the answer to another that stands in the same quiz."""

from collections.abc import Iterable, Iterator

from questions.content_words import content_words
from questions.flaw import choices, keys_and_distractors
from questions.interactions import Option, TypedText
from questions.items import Item
from questions.knowledge import Knowledge
from questions.objectives import Objective
from questions.spelling import plain

MOSTLY = 0.6


def fit_together(items: Iterable[Item], knowledge: Knowledge) -> tuple[Item, ...]:
    """Items that can stand in one quiz: each that is not kept apart from one before it, nor tells its answer or is told by it."""
    chosen: list[Item] = []
    for item in items:
        if not any(kept_apart(one, item, knowledge) or tell_each_other(one, item, knowledge) for one in chosen):
            chosen.append(item)
    return tuple(chosen)


def kept_apart(one: Item, other: Item, knowledge: Knowledge) -> str:
    """Why the bank never asks both side by side: one fact, facts that it names as siblings, a table and its row. "" if it does not."""
    return objectives_apart(knowledge.objectives[one.objective], knowledge.objectives[other.objective])


def objectives_apart(a: Objective, b: Objective) -> str:
    """The same of two objectives, however they are asked."""
    if a.id == b.id:
        return "asks for the same"
    if a.fact == b.fact:
        return "rests on the same fact"
    if set(a.kin) & set(b.kin):
        return "rests on a fact that the bank keeps apart from it"
    if b.fact in a.beside or a.fact in b.beside:
        return "rests on the table or the row that the other rests on"
    return ""


def tells(one: Item, other: Item, knowledge: Knowledge) -> str:
    """How the stem of one item answers the other: it names both sides of what is right there. "" if it does not."""
    said, words = f" {plain(one.stem)} ", content_words(one.stem)
    for asked, key in _keys(other):
        if f" {plain(key.text)} " in said and _speaks_of(asked, key, said, words, knowledge):
            return f"its stem says “{key.text}”, which is the answer to “{asked}”"
    return ""


def tell_each_other(one: Item, other: Item, knowledge: Knowledge) -> str:
    """How one of two items answers the other, "" if neither does."""
    return tells(one, other, knowledge) or tells(other, one, knowledge)


def _speaks_of(asked: str, key: Option, said: str, words: frozenset[str], knowledge: Knowledge) -> bool:
    """Whether the subject of the answer is named: the term on its other side, or most of what the question says where that is none."""
    subject = key.claim.object if key.claim.subject == key.id else key.claim.subject
    if subject in knowledge.terms:
        return any(f" {plain(name)} " in said for name in knowledge.terms[subject].spellings)
    about = content_words(asked) - content_words(key.text)
    return bool(about) and len(about & words) >= MOSTLY * len(about)


def _keys(item: Item) -> Iterator[tuple[str, Option]]:
    """Each option that is right, with what asks for it."""
    for asked, options in choices(item):
        yield from ((asked, key) for key in keys_and_distractors(options)[0])
    if isinstance(item.interaction, TypedText):
        yield from ((item.stem, key) for key in item.interaction.accepted)
