"""Ask a learner about an objective again."""

from sqlalchemy.orm import Session

from quizapp.usecases.own_cards import card_to_change


def resume_objective(session: Session, learner_id: int, objective_id: int) -> None:
    """Ask it again as if it had never been suspended: on the day it is due. LookupError if the learner does not study it."""
    card = card_to_change(session, learner_id, objective_id)
    card.suspended_because = card.suspended_at = None
