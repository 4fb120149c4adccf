"""Stop asking a learner about an objective."""

from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.usecases.own_cards import card_to_change


def suspend_objective(session: Session, learner_id: int, objective_id: int, at: datetime) -> None:
    """Ask it no more; what is remembered of it stays. LookupError if the learner does not study it."""
    card = card_to_change(session, learner_id, objective_id)
    if card.suspended_at is None:
        card.suspended_because, card.suspended_at = "wished", at
