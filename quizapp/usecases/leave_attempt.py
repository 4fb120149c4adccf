"""Give an attempt up."""

from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.models.transactions import begin_writing
from quizapp.queries.attempts import is_over
from quizapp.usecases.ending import end, open_to_change


def leave_attempt(session: Session, learner_id: int, attempt: int, at: datetime) -> bool:
    """End it without a result: what was not final counts for nothing. False where it had ended before.

    LookupError if it is not theirs, or an exam of a course, which nobody looks at and leaves.
    """
    begin_writing(session)
    found = open_to_change(session, learner_id, attempt)
    if found is None or (found.open and found.set_by_course):
        raise LookupError(f"There is no attempt {attempt}.")
    if not found.open:
        return False
    end(session, found, "time" if is_over(found.attempt.ends_at, at) else "left", at)
    return True
