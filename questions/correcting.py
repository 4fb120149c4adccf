"""Corrections of facts, and of what terms are called, laid over a bank as it was shipped."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from msgspec import Struct

from questions.bank import Bank, bank_of, kinds_of_fact
from questions.soundness import faults
from questions.terms import Term

Table = Mapping[str, Any]
"""A fact or a term as a bank's file holds it."""

TERM: Final = "term"
"""The kind of what is corrected beside facts."""


class Standing(StrEnum):
    """What has become of a correction under the bank as it is shipped now."""

    COUNTS = "counts"
    ADOPTED = "adopted"  # the shipped bank says the same by now
    CHANGED = "changed"  # the shipped bank says something else than what was corrected
    RETIRED_STILL = "retired still"  # it does, of a fact that is retired, and stays so
    HOMELESS = "homeless"  # the fact, or the topic that it was added to, is gone
    UNSOUND = "unsound"  # with it the bank would not hang together

    @property
    def counts(self) -> bool:
        """Whether the bank says what the correction says."""
        return self in (Standing.COUNTS, Standing.ADOPTED, Standing.RETIRED_STILL)


@dataclass(frozen=True, slots=True)
class Correction:
    """A fact by kind, topic and id: what was `shipped` (None: nothing, it is added), and what is said instead (None: it is retired).

    Or a term, which is neither added nor retired; one that stands outside all topics has "" for it.
    """

    kind: str
    topic: str
    fact: str
    shipped: Table | None
    after: Table | None


@dataclass(frozen=True, slots=True)
class Laid:
    """A bank with corrections laid over it, and what has become of each of them, in their order."""

    bank: Bank
    standing: tuple[Standing, ...]


def hangs_together(bank: Bank) -> bool:
    """Whether a bank is without faults."""
    return next(faults(bank), None) is None


def laid_over(bank: Bank, corrections: Sequence[Correction], sound: Callable[[Bank], bool] = hangs_together) -> Laid:
    """The bank with the corrections that fit it. One that does not fit, or with which it would not be sound, is left out and said.

    There is one correction of a fact at most.
    """
    standing = [_fits(bank, one) for one in corrections]
    if not any(found is Standing.COUNTS or found is Standing.RETIRED_STILL for found in standing):
        return Laid(bank, tuple(standing))
    whole = _changed(bank, corrections, standing)
    return Laid(whole, tuple(standing)) if sound(whole) else _one_by_one(bank, corrections, standing, sound)


def laid_unchecked(bank: Bank, corrections: Sequence[Correction]) -> Bank:
    """The bank with the corrections that fit it, whether it hangs together with them or not."""
    return _changed(bank, corrections, [_fits(bank, one) for one in corrections])


def kinds_corrected() -> Mapping[str, type[Struct]]:
    """What can be corrected, by the name of its table in a bank."""
    return {**kinds_of_fact(), TERM: Term}


def corrected_as(kind: str, id: str) -> str:
    """The name under which something is corrected: a fact's id, and a term's behind "term:", since a fact may have the same."""
    return f"{TERM}:{id}" if kind == TERM else id


def table_of(bank: Bank, fact: str) -> tuple[str, str, Table] | None:
    """The kind, the topic and the table of what is corrected under a name; None if the bank has no such thing."""
    for topic, kind, table in _tables(json.loads(bank.content)):
        if corrected_as(kind, table.get("id", "")) == fact:
            return kind, topic, table
    return None


def _fits(bank: Bank, one: Correction) -> Standing:
    found = table_of(bank, one.fact)
    if found is None:
        at_home = any(topic.id == one.topic for topic in bank.topics)
        if one.shipped is None and one.after is not None:
            return Standing.COUNTS if at_home else Standing.HOMELESS
        return Standing.ADOPTED if one.after is None else Standing.HOMELESS
    kind, _topic, table = found
    if one.after is None:
        return Standing.COUNTS if table == one.shipped else Standing.RETIRED_STILL
    if kind == one.kind and table == one.after:
        return Standing.ADOPTED
    return Standing.COUNTS if kind == one.kind and table == one.shipped else Standing.CHANGED


def _one_by_one(bank: Bank, corrections: Sequence[Correction], fits: list[Standing], sound: Callable[[Bank], bool]) -> Laid:
    """Each in turn, once more after the others where it needs them; what leaves a fault in the end stands aside."""
    standing = [Standing.UNSOUND if found.counts and found is not Standing.ADOPTED else found for found in fits]
    going_on = True
    while going_on:
        going_on = False
        for place, fit in enumerate(fits):
            tried = [*standing[:place], fit, *standing[place + 1 :]]
            if standing[place] is Standing.UNSOUND and sound(_changed(bank, corrections, tried)):
                standing, going_on = tried, True
    return Laid(_changed(bank, corrections, standing), tuple(standing))


def _changed(bank: Bank, corrections: Sequence[Correction], standing: Sequence[Standing]) -> Bank:
    content = json.loads(bank.content)
    for one, found in zip(corrections, standing, strict=True):
        if found is Standing.COUNTS or found is Standing.RETIRED_STILL:
            _lay(content, one)
    return bank_of(content)


def _lay(content: dict[str, Any], one: Correction) -> None:
    """Put the new table where the old one stood, at the end of its topic if there was none; or take it and its name away."""
    for file in content["files"]:
        for kind in kinds_corrected():
            tables = file.get(kind, [])
            for place, table in enumerate(tables):
                if corrected_as(kind, table.get("id", "")) == one.fact:
                    tables[place : place + 1] = [] if one.after is None else [one.after]
                    return _forget(content, one.fact) if one.after is None else None
    home = next(file for file in content["files"] if file.get("topic", {}).get("id") == one.topic)
    home.setdefault(one.kind, []).append(one.after)
    return None


def _forget(content: dict[str, Any], fact: str) -> None:
    """Take a fact's name out of what the bank says beside its facts: what is kept a day apart from it, and the patients' self-test."""
    for file in content["files"]:
        if "siblings" in file:
            left = [{**one, "facts": [named for named in one["facts"] if named != fact]} for one in file["siblings"]]
            file["siblings"] = [one for one in left if len(one["facts"]) > 1]
        if "self-test" in file:
            parts = [{**one, "objectives": [id for id in one["objectives"] if id.partition("#")[0] != fact]} for one in file["self-test"]]
            file["self-test"] = [one for one in parts if one["objectives"]]


def _tables(content: Mapping[str, Any]) -> Iterator[tuple[str, str, Table]]:
    for file in content["files"]:
        for kind in kinds_corrected():
            for table in file.get(kind, ()):
                yield file.get("topic", {}).get("id", ""), kind, table
