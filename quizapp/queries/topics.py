"""A topic's objectives, and how well a learner knows them."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, and_, select
from sqlalchemy.orm import Session

from quizapp.models import Card, Objective, Study
from quizapp.queries.cards import memory_of
from quizapp.queries.recalls import shown_recall


@dataclass(frozen=True, slots=True)
class Known:
    """How well a learner knows an objective: how likely (0 to 1), when it is due (None: it was only practised), and whether it is asked
    at all."""

    likely: float
    due: date | None
    suspended: bool


def known_in(session: Session, learner_id: int, bank: str, topic: str, day: date) -> dict[str, Known]:
    """By key, what this learner knows of the objectives of a topic on a study day; those not met yet are not in it."""
    return {
        row.Objective.key: Known(shown_recall(memory_of(row.Card), day), row.Card.due, row.Card.suspended_at is not None)
        for row in session.execute(_met(learner_id, bank, topic))
    }


def study_of(learner_id: int, bank: str, topic: str) -> Select[tuple[Study]]:
    """A learner's study of a topic, resting or not."""
    return select(Study).where(Study.learner_id == learner_id, Study.bank == bank, Study.topic == topic)


def _met(learner_id: int, bank: str, topic: str) -> Select[tuple[Objective, Card]]:
    return (
        select(Objective, Card)
        .join(Card, and_(Card.learner_id == learner_id, Card.objective_id == Objective.id))
        .where(Objective.bank == bank, Objective.topic == topic, Objective.retired_at.is_(None), Card.stability.is_not(None))
    )
