"""Working cards out again from their log, after something in the log, or the way of counting it, has changed."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.models import Card, Person, Review
from quizapp.models.upserts import insert_into
from quizapp.queries.card_logs import CardKey, card_log, card_logs
from quizapp.queries.cards import columns_of, own_card, state_of
from quizapp.scheduling.cards import CardState, fold
from quizapp.scheduling.leeches import is_a_leech, makes_a_leech
from quizapp.scheduling.schedulers import due_by


def refold(session: Session, review: Review, at: datetime) -> CardState:
    """Set the card of this review to what its live answers come to; it rests where these make it a leech, and no more where they do not."""
    person = session.get_one(Person, review.learner_id)
    session.flush()
    state = fold(card_log(session, person.id, review.objective_id), due_by(person.scheduler), person.goal_recall)
    card = session.scalars(own_card(person.id, review.objective_id)).one()
    before = state_of(card)
    _set(card, state)
    if makes_a_leech(before, state) and card.suspended_at is None:
        card.suspended_because, card.suspended_at = "leech", at
    elif makes_a_leech(state, before) and card.suspended_because == "leech":
        card.suspended_because = card.suspended_at = None
    return state


def refold_all(session: Session, person: Person) -> None:
    """Set all cards of a learner to what their live answers come to, by the scheduler and the goal that count now."""
    session.flush()
    cards = {card.objective_id: card for card in session.scalars(select(Card).where(Card.learner_id == person.id))}
    for key, log in card_logs(session, person.id):
        _set(cards[key.objective_id], fold(log, due_by(person.scheduler), person.goal_recall))


def refold_some(session: Session, person: Person, objective_ids: Collection[int], at: datetime) -> None:
    """Set a learner's cards of these objectives to what their live answers come to, which may be nothing; leeches rest."""
    session.flush()
    logs = dict(card_logs(session, person.id, objective_ids))
    cards = select(Card).where(Card.learner_id == person.id, Card.objective_id.in_(list(objective_ids)))
    for card in session.scalars(cards):
        state = fold(logs.get(CardKey(person.id, card.objective_id), ()), due_by(person.scheduler), person.goal_recall)
        _set(card, state)
        if card.suspended_because == "leech":
            card.suspended_because = card.suspended_at = None
        if is_a_leech(state) and card.suspended_at is None:
            card.suspended_because, card.suspended_at = "leech", at


def remember_practice(session: Session, learner_id: int, objective_ids: Collection[int]) -> None:
    """Let the cards of these objectives remember what was answered for good in an attempt, in the write transaction, which is open.

    No day moves by it; an objective that was never asked gets a card that only remembers, and is as new as before.
    """
    person = session.get_one(Person, learner_id)
    session.flush()
    make = insert_into(Card, session.get_bind().dialect.name).on_conflict_do_nothing()
    for objective_id in objective_ids:
        session.execute(make, {"learner_id": learner_id, "objective_id": objective_id, "turns": 0, **columns_of(CardState())})
    mine = select(Card).where(Card.learner_id == learner_id, Card.objective_id.in_(list(objective_ids)))
    cards = {card.objective_id: card for card in session.scalars(mine)}
    due = due_by(person.scheduler)
    for key, log in card_logs(session, learner_id, objective_ids):
        card, state = cards[key.objective_id], fold(log, due, person.goal_recall)
        moved = card.due if due(state_of(card)) == state.due else state.due
        _set(card, state)
        card.due = moved


def _set(card: Card, state: CardState) -> None:
    for name, value in columns_of(state).items():
        setattr(card, name, value)
