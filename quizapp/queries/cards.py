"""A learner's cards."""

from typing import Any

from sqlalchemy import Row, Select, select

from quizapp.models import Card
from quizapp.scheduling.cards import CardState
from quizapp.scheduling.sm2 import Memory


def own_card(learner_id: int, objective_id: int) -> Select[tuple[Card]]:
    """The card of one objective, if it is this learner's."""
    return select(Card).where(Card.learner_id == learner_id, Card.objective_id == objective_id)


def state_of(card: Card | Row[Any] | None) -> CardState:
    """What a card, or a row with its columns, comes to; where there is none, it is new."""
    if card is None or card.steps is None:
        return CardState()
    return CardState(
        memory=Memory(card.repetitions, card.interval, card.easiness),
        due=card.due_sm2,
        last_day=card.last_day,
        drilling=card.drilling,
        lapses=card.lapses,
        recalled_before=card.recalled_before,
        steps=card.steps,
    )


def columns_of(state: CardState) -> dict[str, Any]:
    """How a state is kept; `state_of` reads it back."""
    return {
        **state.memory._asdict(),
        "due_sm2": state.due,
        "last_day": state.last_day,
        "drilling": state.drilling,
        "lapses": state.lapses,
        "recalled_before": state.recalled_before,
        "steps": state.steps,
    }
