"""Flag a question of an attempt, or take the flag away."""

from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.models.transactions import begin_writing
from quizapp.usecases.ending import open_to_change


def flag_in_attempt(session: Session, learner_id: int, attempt: int, position: int, at: datetime, *, flagged: bool) -> None:
    """Mark a question to be looked at again before the end, or no more; of an attempt that has ended nothing changes.

    LookupError if this learner has no such question.
    """
    begin_writing(session)
    found = open_to_change(session, learner_id, attempt)
    asked = found.at(position) if found else None
    if found is None or asked is None:
        raise LookupError(f"There is no question {position} in attempt {attempt}.")
    if found.open:
        asked.answer.flagged_at = (asked.answer.flagged_at or at) if flagged else None
