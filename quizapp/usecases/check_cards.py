"""Work every card out again from the log, and compare it with what is kept."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from math import isclose
from time import perf_counter

from sqlalchemy.orm import Session

from quizapp.processes import in_chunks, in_processes
from quizapp.queries.card_logs import CardKey
from quizapp.queries.cards import columns_of
from quizapp.queries.replays import Chosen, Kept, kept_cards
from quizapp.scheduling.balancing import window
from quizapp.scheduling.cards import Answered, CardState, answer_by_sm2
from quizapp.scheduling.recall import Memory, practise, remember
from quizapp.scheduling.schedulers import due_by

CHUNK = 200
OF_FSRS = ("due", "due_fsrs", "stability", "difficulty", "seen_on")
AS_GOOD_AS = 1e-9
"""Powers may end otherwise in their last digits on another machine; no wrong fold comes as near."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A column of a card that does not hold what the log comes to."""

    key: CardKey
    column: str
    kept: object
    folded: object


@dataclass
class Checked:
    """How much was worked out again, and how many seconds of work FSRS took, in all processes together."""

    cards: int = 0
    answers: int = 0
    fsrs_seconds: float = 0.0


Log = tuple[list[Answered], int]
"""The answers of a card, and the goal of its owner."""


def check_cards(session: Session, checked: Checked, processes: int = 1, *, without_fsrs: bool = False) -> Iterator[Difference]:
    """Each difference as it is found, and `checked` meanwhile. SM-2 is folded here, FSRS in so many processes. Nothing is changed."""
    for kept, memory in _remembered(session, checked, processes, without_fsrs):
        checked.cards += 1
        checked.answers += len(kept.log)
        if kept.card is None:
            yield Difference(kept.key, "card", None, f"{len(kept.log)} answers")
        else:
            yield from _differences(kept, memory, without_fsrs)


def _remembered(session: Session, checked: Checked, processes: int, without_fsrs: bool) -> Iterator[tuple[Kept, Memory | None]]:
    if without_fsrs:
        yield from ((kept, None) for kept in kept_cards(session))
        return
    ahead: deque[list[Kept]] = deque()
    for memories, seconds in in_processes(_by_fsrs, _logs(in_chunks(kept_cards(session), CHUNK), ahead), processes):
        checked.fsrs_seconds += seconds
        yield from zip(ahead.popleft(), memories, strict=True)


def _logs(chunks: Iterable[list[Kept]], ahead: deque[list[Kept]]) -> Iterator[list[Log]]:
    """What goes to another process; the rest of a chunk waits here for what comes back."""
    for chunk in chunks:
        ahead.append(chunk)
        yield [(kept.log, kept.chosen.goal) for kept in chunk]


def _by_fsrs(logs: list[Log]) -> tuple[list[Memory | None], float]:
    began = perf_counter()
    return [_memory(*log) for log in logs], perf_counter() - began


def _memory(log: list[Answered], goal: int) -> Memory | None:
    memory: Memory | None = None
    for one in log:
        day = one.study_day
        memory = practise(memory, one.counted, day) if one.practised else remember(memory, one.counted, day, goal)
    return memory


def _differences(kept: Kept, memory: Memory | None, without_fsrs: bool) -> Iterator[Difference]:
    folded = replace(_by_sm2(kept.log), fsrs=memory)
    folded = replace(folded, due=_due(kept, folded, kept.chosen))
    for name, value in columns_of(folded).items():
        if not (without_fsrs and name in OF_FSRS) and not _same(getattr(kept.card, name), value):
            yield Difference(kept.key, name, getattr(kept.card, name), value)


def _by_sm2(log: list[Answered]) -> CardState:
    reviews = (one for one in log if not one.practised)
    return reduce(lambda state, one: answer_by_sm2(state, one.counted, one.study_day, one.kind), reviews, CardState())


def _due(kept: Kept, folded: CardState, chosen: Chosen) -> date | None:
    """The day that is kept where it lies in the window in which it may be moved, else the one that the scheduler gives."""
    exact = due_by(chosen.scheduler)(folded)
    may_be = window(folded.last_day, exact) if folded.last_day and exact else [exact]
    assert kept.card is not None
    held: date | None = kept.card.due
    return held if held in may_be else exact


def _same(one: object, other: object) -> bool:
    if isinstance(one, float) and isinstance(other, float):
        return isclose(one, other, rel_tol=AS_GOOD_AS)
    return one == other
