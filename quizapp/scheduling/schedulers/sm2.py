"""SM-2, the usual schedule."""

from datetime import date

from quizapp.scheduling.cards import CardState
from quizapp.scheduling.schedulers import scheduler


@scheduler("sm2")
def due_by_sm2(state: CardState) -> date | None:
    """The last scheduled day and the interval that SM-2 gives after it, in days."""
    return state.due_sm2
