"""Finish an attempt."""

from datetime import datetime

from sqlalchemy.orm import Session

from questions.responses import Answers
from quizapp.models.transactions import begin_writing
from quizapp.queries.attempts import is_over
from quizapp.usecases.ending import end, note_known_end, open_to_change

NOTHING: Answers = {}


def finish_attempt(session: Session, learner_id: int, attempt: int, at: datetime, form: Answers = NOTHING) -> bool:
    """Let what was answered be final; False where the attempt had ended before. LookupError if it is not this learner's."""
    begin_writing(session)
    found = open_to_change(session, learner_id, attempt)
    if found is None:
        raise LookupError(f"There is no attempt {attempt}.")
    if not found.open:
        return False
    note_known_end(found, form)
    ends_at = found.attempt.ends_at
    if ends_at is not None and is_over(ends_at, at):
        end(session, found, "time", ends_at)
    else:
        end(session, found, "finished", at)
    return True
