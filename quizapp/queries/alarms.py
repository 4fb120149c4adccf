"""Objectives that many find hard: an alarm about their content, not about anybody who learns it."""

from dataclasses import dataclass

from sqlalchemy import Select, case, func, or_, select
from sqlalchemy.orm import Session

from quizapp.models import Card, Objective
from quizapp.scheduling.sm2 import FLOOR


@dataclass(frozen=True, slots=True)
class Alarm:
    """An objective, at how many learners its easiness has sunk to the floor, and with how many it rests since it keeps slipping."""

    key: str
    aim: str
    topic: str
    at_floor: int
    leeches: int


def alarms(session: Session, bank: str, most: int) -> tuple[Alarm, ...]:
    """The hardest objectives of a bank, those with most learners first; without a word on who they are."""
    return tuple(Alarm(*row) for row in session.execute(_hard(bank).limit(most)))


def _hard(bank: str) -> Select[tuple[str, str, str, int, int]]:
    floor, leech = Card.easiness <= FLOOR, Card.suspended_because == "leech"
    at_floor, leeches = func.sum(case((floor, 1), else_=0)), func.sum(case((leech, 1), else_=0))
    return (
        select(Objective.key, Objective.aim, Objective.topic, at_floor, leeches)
        .join(Card, Card.objective_id == Objective.id)
        .where(Objective.bank == bank, Objective.retired_at.is_(None), or_(floor, leech))
        .group_by(Objective.id, Objective.key, Objective.aim, Objective.topic)
        .order_by((at_floor + leeches).desc(), Objective.id)
    )
