"""Flag an objective."""

from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.usecases.own_cards import card_to_change


def flag_objective(session: Session, learner_id: int, objective_id: int, at: datetime) -> None:
    """Flag it for the learner alone, who wants to find it again. LookupError if the learner does not study it."""
    card = card_to_change(session, learner_id, objective_id)
    card.flagged_at = card.flagged_at or at
