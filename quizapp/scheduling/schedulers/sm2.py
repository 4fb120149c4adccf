"""SM-2, the schedule that learners see."""

from collections.abc import Iterable
from datetime import date

from quizapp.scheduling.cards import Answered, fold
from quizapp.scheduling.schedulers import scheduler


@scheduler("sm2")
def due_by_sm2(reviews: Iterable[Answered]) -> date | None:
    """The last scheduled day and the interval that SM-2 gives after it, in days."""
    return fold(reviews).due
