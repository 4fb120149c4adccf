"""What the ids of an objective's options stand for, whichever template asked them."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from re import compile as pattern
from typing import Any, Final

from questions.knowledge import Knowledge

_SIGNS: Final = pattern(r"[^\w<>=%°±+-]+")
"""What may stand otherwise in a text that says the same; not what belongs to a figure."""


def in_words(knowledge: Knowledge, objective_id: str, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Each id ("kidney", "row=column") as the bank words it now; as it is, where the bank knows it no more."""
    texts = dict(_texts(knowledge.objectives[objective_id].matter)) if objective_id in knowledge.objectives else {}

    def words(id: str) -> str:
        return texts.get(id) or (knowledge.terms[id].name if id in knowledge.terms else id)

    return tuple(": ".join(words(part) for part in one.split("=")) for one in ids)


def rewritten(then: Knowledge, now: Knowledge, objective_id: str) -> frozenset[str]:
    """The ids of an objective whose text is another now than it was then, whatever else the bank says of them: it may mean the same or
    not, which no program can tell. Case and signs aside; how a term is called is no text.
    """
    before, after = (_said(knowledge, objective_id) for knowledge in (then, now))
    return frozenset(id for id in before.keys() & after.keys() if before[id] != after[id])


def _said(knowledge: Knowledge, objective_id: str) -> dict[str, set[str]]:
    said: dict[str, set[str]] = {}
    for id, text in _texts(knowledge.objectives[objective_id].matter) if objective_id in knowledge.objectives else ():
        if id not in knowledge.terms:
            said.setdefault(id, set()).add(_SIGNS.sub("", text.casefold()))
    return said


def _texts(found: Any) -> Iterator[tuple[str, str]]:
    """The texts of all that has an id, anywhere in a matter of any shape."""
    if is_dataclass(found) and not isinstance(found, type):
        if isinstance(text := getattr(found, "text", None), str) and isinstance(id := getattr(found, "id", None), str):
            yield id, text
        for field in fields(found):
            yield from _texts(getattr(found, field.name))
    elif isinstance(found, tuple | list):
        for one in found:
            yield from _texts(one)
    elif isinstance(found, Mapping):
        for one in found.values():
            yield from _texts(one)
