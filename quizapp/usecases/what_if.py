"""What would be different today if answers had been graded, or scheduled, in another way. Nothing is changed by asking."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date, timedelta

from sqlalchemy.orm import Session

from quizapp.processes import in_chunks, in_processes
from quizapp.queries.replays import Scored, kept_cards, scored_reviews
from quizapp.scheduling.cards import Answered, CardState, answer, practise
from quizapp.scheduling.grading import Table, guessing_grade, regrade
from quizapp.scheduling.schedulers import due_by

CHUNK = 200
SOON = timedelta(days=30)


@dataclass
class Tally:
    """What was looked at and how much of it would be otherwise: `was` and `would` count in days what is, and what would be."""

    cards: int = 0
    reviews: int = 0
    grades: int = 0  # that differ
    waits: int = 0  # after a review, that differ
    dues: int = 0  # of cards, today, that differ
    wait_was: int = 0  # the sum of all waits
    wait_would: int = 0
    soon_was: int = 0  # cards due within 30 days of the last answer to any
    soon_would: int = 0

    def add(self, other: "Tally") -> None:
        """Count what another counted."""
        for one in fields(self):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))


@dataclass(frozen=True, slots=True)
class _Card:
    """One card with what is needed to work it out in two ways."""

    log: list[Answered]
    scores: dict[int, Scored]
    scheduler: str
    goal: int


@dataclass(frozen=True, slots=True)
class _Asked:
    """Some cards, and the question."""

    cards: list[_Card]
    scheduler: str | None
    table: Table | None
    last: date


def what_if(session: Session, last: date, *, scheduler: str | None = None, table: Table | None = None, processes: int = 1) -> Tally:
    """Work every card out as it is and as it would be, by another scheduler (None: the one each person chose), by another table from
    marks to grades (None: the grades that were given), or both. `last` is the study day after which due days are counted."""
    tally = Tally()
    pieces = (_Asked(cards, scheduler, table, last) for cards in in_chunks(_cards(session, table), CHUNK))
    for one in in_processes(_tally, pieces, processes):
        tally.add(one)
    return tally


def _cards(session: Session, table: Table | None) -> Iterator[_Card]:
    scores = scored_reviews(session) if table else iter(())
    scored = next(scores, None)
    for kept in kept_cards(session):
        here: dict[int, Scored] = {}
        if scored and scored[0] == kept.key:
            here, scored = scored[1], next(scores, None)
        if kept.log:
            yield _Card(kept.log, here, *kept.chosen)


def _tally(asked: _Asked) -> Tally:
    tally = Tally()
    for card in asked.cards:
        _compare(tally, card, asked)
    return tally


def _compare(tally: Tally, card: _Card, asked: _Asked) -> None:
    was = would = CardState()
    due, other = due_by(card.scheduler), due_by(asked.scheduler or card.scheduler)
    for one in card.log:
        if one.practised:
            was, would = practise(was, one.counted, one.study_day), practise(would, one.counted, one.study_day)
            continue
        grade = one.counted if asked.table is None else _regraded(card.scores[one.turn], would, asked.table)
        was = answer(was, one.counted, one.study_day, one.kind, due, card.goal)
        would = answer(would, grade, one.study_day, one.kind, other, card.goal)
        assert was.due
        assert would.due
        tally.reviews += 1
        tally.grades += grade != one.counted
        tally.waits += was.due != would.due
        tally.wait_was += (was.due - one.study_day).days
        tally.wait_would += (would.due - one.study_day).days
    if was.due and would.due:
        tally.cards += 1
        tally.dues += was.due != would.due
        tally.soon_was += was.due <= asked.last + SOON
        tally.soon_would += would.due <= asked.last + SOON


def _regraded(one: Scored, before: CardState, table: Table) -> int:
    grade = regrade(
        one.marks,
        one.maximum,
        one.certainty,
        dont_know=one.dont_know,
        recalled_before=before.recalled_before,
        milliseconds=one.milliseconds,
        reading_milliseconds=one.reading_milliseconds,
        table=table,
    )
    return min(grade, guessing_grade(one.marks, one.maximum, one.dont_know, table)) if one.was_lowered else grade
