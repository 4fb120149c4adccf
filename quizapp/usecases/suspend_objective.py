"""Stop asking a learner about an objective."""

from datetime import datetime
from typing import Literal

from sqlalchemy.orm import Session

from quizapp.usecases.own_cards import card_to_change

Because = Literal["wished", "known"]


def suspend_objective(session: Session, learner_id: int, objective_id: int, at: datetime, because: Because = "wished") -> None:
    """Ask it no more, for the learner wishes so or knows it already; what is remembered of it stays. LookupError if it is not studied."""
    card = card_to_change(session, learner_id, objective_id)
    if card.suspended_at is None:
        card.suspended_because, card.suspended_at = because, at
