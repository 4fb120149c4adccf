"""Begin a topic afresh."""

from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.models import Person, Review, Study
from quizapp.models.transactions import begin_writing
from quizapp.queries.resets import live_in_topic
from quizapp.usecases.refolding import refold_some


def reset_topic(session: Session, learner_id: int, bank: str, topic: str, at: datetime) -> int:
    """Let no answer of a learner's in a topic count any more, and say how many there were (0 where the topic is not studied).

    They stay in the log, marked as taken back together, and each objective is new again, and rests no more for having slipped; turns go on
    from where they were, what is wished of an objective stays, and so do the results of quizzes.
    """
    begin_writing(session)
    if "\0" in bank + topic or session.get(Study, (learner_id, bank, topic)) is None:
        return 0
    answers = live_in_topic(session, learner_id, bank, topic)
    for answer in answers:
        answer.reset_at = at
        if isinstance(answer, Review):
            answer.undone_at = at
    refold_some(session, session.get_one(Person, learner_id), {answer.objective_id for answer in answers}, at)
    return len(answers)
