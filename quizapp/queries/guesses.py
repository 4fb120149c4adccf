"""What a blind answer to a question that was asked is expected to earn."""

from collections import Counter
from collections.abc import Iterable
from math import factorial
from statistics import fmean
from typing import Any, NamedTuple, assert_never

from sqlalchemy import Row
from sqlalchemy.orm import Session

from questions.guessing import random_guess
from questions.interactions import (
    AnyOf,
    BowTie,
    DropDowns,
    Grid,
    Highlight,
    Linked,
    NOf,
    Number,
    OneOf,
    Order,
    TypedText,
    ids_shown,
    key_ids,
)
from questions.offers import slot_of
from quizapp.queries.items import Gone, ask, knowledge_of

MOST_KEPT = 10_000
_known: "dict[_Shape, float]" = {}  # a bank has some hundreds of shapes


class _Shape(NamedTuple):
    """All of a question that the share depends on: two of one shape, written by one template, have the same."""

    objective: str
    revision: str
    template: str
    version: int
    maximum: int
    slots: tuple[int, ...]  # what is offered in each list, row or step
    keys: tuple[int, ...]  # right ones in each column


def mean_guess(session: Session, key: str, rows: Iterable[Row[Any]]) -> float | None:
    """The mean share (0 to 1) over these answers to one objective; None where this program writes none of their questions (any more)."""
    shares = [share for row in rows if (share := _guess(session, key, row)) is not None]
    return fmean(shares) if shares else None


def _guess(session: Session, key: str, row: Row[Any]) -> float | None:
    shape = _Shape(
        key,
        row.revision,
        row.template,
        row.version,
        row.maximum,
        tuple(sorted(Counter(map(slot_of, row.shown)).values())),
        tuple(sorted(Counter(id.rpartition("=")[2] if "=" in id else "" for id in row.keys).values())),
    )
    if shape not in _known and (share := _worked_out(session, key, row)) is not None:
        if len(_known) >= MOST_KEPT:
            _known.clear()
        _known[shape] = share
    return _known.get(shape)


def _worked_out(session: Session, key: str, row: Row[Any]) -> float | None:
    try:
        knowledge = knowledge_of(session, row.revision)
        interaction = ask(knowledge, key, row.template, row.version, row.seed, row.audience, row.language).interaction
    except Gone:
        return None
    if (sorted(ids_shown(interaction)), sorted(key_ids(interaction))) != (sorted(row.shown), sorted(row.keys)):
        return None  # corrected since it was asked: today's question offers other things
    match interaction:
        case Order(steps) if row.maximum == 1:  # in an exam all steps or nothing
            return 1 / factorial(len(steps))
        case OneOf() | AnyOf() | NOf() | Grid() | DropDowns() | Linked() | Order() | Highlight() | BowTie() | TypedText() | Number():
            return float(random_guess(interaction))
        case _:
            assert_never(interaction)
