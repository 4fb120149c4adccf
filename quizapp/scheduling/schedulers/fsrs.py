"""FSRS, for who would rather be asked when recall has fallen to a goal of theirs."""

from datetime import date

from quizapp.scheduling.cards import CardState
from quizapp.scheduling.schedulers import scheduler


@scheduler("fsrs")
def due_by_fsrs(state: CardState) -> date | None:
    """The day on which recall, as it stood after the last review, has fallen to the learner's goal."""
    return state.due_fsrs
