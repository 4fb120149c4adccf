"""Answers of a topic that count, reviews and those in quizzes, and those that a reset has taken back together."""

from datetime import datetime
from typing import TypeVar

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from quizapp.models import AttemptAnswer, Objective, Review
from quizapp.queries.all_answers import for_good

Answer = Review | AttemptAnswer
Kind = TypeVar("Kind", Review, AttemptAnswer)


def live_in_topic(session: Session, learner_id: int, bank: str, topic: str) -> list[Answer]:
    """A learner's answers in a topic that count."""
    reviews = session.scalars(_in_topic(Review, learner_id, bank, topic).where(Review.undone_at.is_(None)))
    return [*reviews, *session.scalars(_in_topic(AttemptAnswer, learner_id, bank, topic).where(*for_good()))]


def reset_in_topic(session: Session, learner_id: int, bank: str, topic: str, at: datetime) -> list[Answer]:
    """The answers that the reset of this moment took back."""
    reviews = session.scalars(_in_topic(Review, learner_id, bank, topic).where(Review.reset_at == at))
    return [*reviews, *session.scalars(_in_topic(AttemptAnswer, learner_id, bank, topic).where(AttemptAnswer.reset_at == at))]


def last_reset(session: Session, learner_id: int, bank: str, topic: str) -> datetime | None:
    """When a topic was reset last, if nothing was answered in it since that counts: as long as that, the reset can be taken back."""
    if live_in_topic(session, learner_id, bank, topic):
        return None
    of_reviews = _in_topic(Review, learner_id, bank, topic).with_only_columns(func.max(Review.reset_at))
    of_quizzes = _in_topic(AttemptAnswer, learner_id, bank, topic).with_only_columns(func.max(AttemptAnswer.reset_at))
    return max((at for one in (of_reviews, of_quizzes) if (at := session.scalar(one))), default=None)


def _in_topic(kind: type[Kind], learner_id: int, bank: str, topic: str) -> Select[tuple[Kind]]:
    return (
        select(kind)
        .join(Objective, Objective.id == kind.objective_id)
        .where(kind.learner_id == learner_id, Objective.bank == bank, Objective.topic == topic)
    )
