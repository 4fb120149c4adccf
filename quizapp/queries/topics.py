"""A topic's objectives, and how well a learner knows them."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, and_, select
from sqlalchemy.orm import Session

from questions.template import Level
from quizapp.models import Card, Objective, Study
from quizapp.scheduling.levels import level_for


@dataclass(frozen=True, slots=True)
class Known:
    """How well a learner knows an objective: the level on which it is asked next, when it is due, and whether it is asked at all."""

    level: Level
    due: date
    suspended: bool


def known_in(session: Session, learner_id: int, bank: str, topic: str) -> dict[str, Known]:
    """By key, what this learner knows of the objectives of a topic; those not met yet are not in it."""
    return {
        row.key: Known(level_for(row.repetitions), row.due_sm2, row.suspended_at is not None)
        for row in session.execute(_met(learner_id, bank, topic))
    }


def study_of(learner_id: int, bank: str, topic: str) -> Select[tuple[Study]]:
    """A learner's study of a topic, resting or not."""
    return select(Study).where(Study.learner_id == learner_id, Study.bank == bank, Study.topic == topic)


def _met(learner_id: int, bank: str, topic: str) -> Select[tuple[Objective, Card]]:
    return (
        select(Objective.key, Card.repetitions, Card.due_sm2, Card.suspended_at)  # type: ignore[return-value]
        .join(Card, and_(Card.learner_id == learner_id, Card.objective_id == Objective.id))
        .where(Objective.bank == bank, Objective.topic == topic, Objective.retired_at.is_(None), Card.steps > 0)
    )
