"""Begin with what a course has set."""

from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.models import Assignment
from quizapp.queries.assignments import objectives_in
from quizapp.usecases.start_topics import start_topics


def begin_assignment(session: Session, learner_id: int, assignment: Assignment, at: datetime) -> None:
    """Study every topic that the assignment holds something of, from now on."""
    topics: dict[str, set[str]] = {}
    for objective in session.scalars(objectives_in(assignment.id)).all():
        topics.setdefault(objective.bank, set()).add(objective.topic)
    for bank, of_bank in sorted(topics.items()):
        start_topics(session, learner_id, bank, sorted(of_bank), at)
