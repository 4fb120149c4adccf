"""A learner's cards."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from quizapp.models import Card, Objective, Review, Study
from quizapp.scheduling import recall
from quizapp.scheduling.cards import CardState
from quizapp.scheduling.sm2 import Memory


def own_card(learner_id: int, objective_id: int) -> Select[tuple[Card]]:
    """The card of one objective, if it is this learner's."""
    return select(Card).where(Card.learner_id == learner_id, Card.objective_id == objective_id)


def studied_objective(learner_id: int, objective_id: int) -> Select[tuple[Objective]]:
    """An objective, if this learner studies its topic, at rest or not."""
    studied = and_(Study.bank == Objective.bank, Study.topic == Objective.topic)
    return select(Objective).join(Study, studied).where(Objective.id == objective_id, Study.learner_id == learner_id)


def is_paused(session: Session, learner_id: int, objective_id: int) -> bool:
    """Whether its topic rests, so that an objective is not asked of this learner whatever its due day."""
    return session.scalar(studied_objective(learner_id, objective_id).where(Study.paused_at.is_not(None))) is not None


@dataclass(frozen=True, slots=True)
class PickedOut:
    """An objective that a learner flagged or suspended, and the turn of its last live answer, if it has one."""

    objective_id: int
    aim: str
    bank: str
    topic: str
    turn: int | None


def suspended(session: Session, learner_id: int, because: str) -> tuple[PickedOut, ...]:
    """What this learner is not asked for this reason, the latest first."""
    return _picked_out(session, learner_id, Card.suspended_at, Card.suspended_because == because)


def flagged(session: Session, learner_id: int) -> tuple[PickedOut, ...]:
    """What this learner wants to find again, the latest first."""
    return _picked_out(session, learner_id, Card.flagged_at)


def _picked_out(
    session: Session, learner_id: int, since: InstrumentedAttribute[datetime | None], *such: ColumnElement[bool]
) -> tuple[PickedOut, ...]:
    last_turn = (
        select(func.max(Review.turn))
        .where(Review.learner_id == Card.learner_id, Review.objective_id == Card.objective_id, Review.undone_at.is_(None))
        .scalar_subquery()
    )
    found = (
        select(Objective.id, Objective.aim, Objective.bank, Objective.topic, last_turn)
        .join(Card, Card.objective_id == Objective.id)
        .where(Card.learner_id == learner_id, since.is_not(None), *such)
        .order_by(since.desc(), Objective.id)
    )
    return tuple(PickedOut(*row) for row in session.execute(found))


def state_of(card: Card | Row[Any] | None) -> CardState:
    """What a card, or a row with its columns, comes to; where there is none, it is new."""
    if card is None or card.steps is None:
        return CardState()
    return CardState(
        memory=Memory(card.repetitions, card.interval, card.easiness),
        due=card.due,
        last_day=card.last_day,
        drilling=card.drilling,
        lapses=card.lapses,
        recalled_before=card.recalled_before,
        steps=card.steps,
        fsrs=memory_of(card),
    )


def memory_of(card: Card | Row[Any]) -> recall.Memory | None:
    """What FSRS keeps of a card, or of a row with its columns; None before the first answer."""
    if card.stability is None or card.difficulty is None or card.seen_on is None:
        return None
    return recall.Memory(card.stability, card.difficulty, card.seen_on, card.due_fsrs)


def columns_of(state: CardState) -> dict[str, Any]:
    """How a state is kept; `state_of` reads it back."""
    return {
        **state.memory._asdict(),
        "due": state.due,
        "due_sm2": state.due_sm2,
        "due_fsrs": state.due_fsrs,
        "stability": state.fsrs.stability if state.fsrs else None,
        "difficulty": state.fsrs.difficulty if state.fsrs else None,
        "seen_on": state.fsrs.day if state.fsrs else None,
        "last_day": state.last_day,
        "drilling": state.drilling,
        "lapses": state.lapses,
        "recalled_before": state.recalled_before,
        "steps": state.steps,
    }
