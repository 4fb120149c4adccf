"""End the attempts whose time is over, and let what exams have told meanwhile be remembered."""

from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.models import Attempt
from quizapp.models.transactions import begin_writing
from quizapp.queries.attempts import overdue
from quizapp.queries.withheld import told_since
from quizapp.usecases.ending import end, open_to_change, tell


def end_overdue(session: Session, learner_id: int, at: datetime, patience: float | None = None) -> int:
    """End them at the moment at which their time was over, with what had been answered; how many there were.

    `patience` is how many seconds to wait for the turn to write, where that is less than others wait.
    """
    begin_writing(session, patience)
    attempts = session.scalars(overdue(learner_id, at)).all()
    for attempt in attempts:
        found = open_to_change(session, learner_id, attempt)
        if found and found.open and found.attempt.ends_at:
            end(session, found, "time", found.attempt.ends_at)
    for _, attempt in session.execute(told_since(at).where(Attempt.learner_id == learner_id)).all():
        if (found := open_to_change(session, learner_id, attempt)) and found.attempt.untold:
            tell(session, found)
    return len(attempts)
