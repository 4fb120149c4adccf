"""A learner's card, for what they wish of it."""

from sqlalchemy.orm import Session

from quizapp.models import Card
from quizapp.models.transactions import begin_writing
from quizapp.models.upserts import insert_into
from quizapp.queries.cards import columns_of, own_card, studied_objective
from quizapp.scheduling.cards import CardState


def card_to_change(session: Session, learner_id: int, objective_id: int) -> Card:
    """The card of an objective, made where there is none yet: it remembers nothing. LookupError if the learner does not study it."""
    begin_writing(session)
    if session.scalar(studied_objective(learner_id, objective_id)) is None:
        raise LookupError(f"Objective {objective_id} is not studied.")
    make = insert_into(Card, session.get_bind().dialect.name).on_conflict_do_nothing()
    session.execute(make, {"learner_id": learner_id, "objective_id": objective_id, "turns": 0, **columns_of(CardState())})
    return session.scalars(own_card(learner_id, objective_id)).one()
