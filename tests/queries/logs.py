"""A log of answers made by hand, so that what is worked out of it can be worked out beside it."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from quizapp.models import Review
from quizapp.models.transactions import begin_writing
from tests.learner import Learner

MONDAY = date(2026, 3, 2)


class Entry(NamedTuple):
    """One answer: to which objective (by its place), so many days after Monday, and what of it is not usual."""

    objective: int
    day: int
    grade: int = 4
    more: dict[str, Any] = {}  # noqa: RUF012 - never changed


def logs(student: Learner, entries: Iterable[Entry]) -> None:
    """Put answers into a learner's log. Cards are not touched."""
    session, objectives = student.session, student.objectives()
    usual = _usual(session, student)
    turns: dict[int, int] = {}
    begin_writing(session)
    for place, entry in enumerate(entries):
        objective, day = objectives[entry.objective], MONDAY + timedelta(days=entry.day)
        turns[objective] = turns.get(objective, 1) + 1
        at = datetime.combine(day, time(12), student.at.tzinfo) + timedelta(seconds=place)
        row = {"objective_id": objective, "turn": turns[objective], "step": turns[objective] - 1, "study_day": day, "grade": entry.grade}
        session.execute(insert(Review).values({**usual, **row, "received_at": at, "answered_at": at, **entry.more}))
    session.commit()


def _usual(session: Session, student: Learner) -> dict[str, Any]:
    """What an answer keeps, taken from one that is given and taken back."""
    first = student.objectives()[-1]
    student.answers(first)
    row = session.execute(select(Review.__table__).where(Review.learner_id == student.id, Review.objective_id == first)).mappings().one()
    usual = {**row, "interval_before": 1, "repetitions_before": 1, "recalled_before": True, "marks": 1, "maximum": 1}
    student.undoes()
    return usual
