"""Ask a learner about an objective on the day it is due, and no sooner."""

from sqlalchemy.orm import Session

from quizapp.usecases.own_cards import card_to_change


def ask_when_due(session: Session, learner_id: int, objective_id: int) -> None:
    """Take back the wish to be asked sooner. LookupError if the learner does not study it."""
    card = card_to_change(session, learner_id, objective_id)
    card.asked_sooner = None
