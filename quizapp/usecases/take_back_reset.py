"""Take back that a topic was begun afresh."""

from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.models import Person, Review
from quizapp.models.transactions import begin_writing
from quizapp.queries.resets import last_reset, reset_in_topic
from quizapp.usecases.refolding import refold_some


def take_back_reset(session: Session, learner_id: int, bank: str, topic: str, now: datetime) -> int:
    """Let the answers that the last reset of a topic took back count again, and say how many; 0 where something was answered since."""
    begin_writing(session)
    at = None if "\0" in bank + topic else last_reset(session, learner_id, bank, topic)
    if at is None:
        return 0
    answers = reset_in_topic(session, learner_id, bank, topic, at)
    for answer in answers:
        answer.reset_at = None
        if isinstance(answer, Review):
            answer.undone_at = None
    refold_some(session, session.get_one(Person, learner_id), {answer.objective_id for answer in answers}, now)
    return len(answers)
