"""Take the flag from an objective."""

from sqlalchemy.orm import Session

from quizapp.usecases.own_cards import card_to_change


def unflag_objective(session: Session, learner_id: int, objective_id: int) -> None:
    """Take the learner's flag away. LookupError if the learner does not study it."""
    card = card_to_change(session, learner_id, objective_id)
    card.flagged_at = None
