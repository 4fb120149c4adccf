"""Working a card out again from its log, after something in the log has changed."""

from dataclasses import replace

from sqlalchemy.orm import Session

from quizapp.models import Review
from quizapp.queries.cards import columns_of, own_card
from quizapp.queries.reviews import answered, reviews_of_card
from quizapp.scheduling.cards import CardState, fold
from quizapp.scheduling.schedulers import SHOWN, schedulers


def refold(session: Session, review: Review) -> CardState:
    """Set the card of this review to what its live reviews come to."""
    log = [answered(one) for one in session.scalars(reviews_of_card(review.learner_id, review.objective_id))]
    state = replace(fold(log), due=schedulers()[SHOWN](log))
    card = session.scalars(own_card(review.learner_id, review.objective_id)).one()
    for name, value in columns_of(state).items():
        setattr(card, name, value)
    return state
