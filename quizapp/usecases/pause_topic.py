"""Let a topic rest."""

from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.models import Study
from quizapp.models.transactions import begin_writing


def pause_topic(session: Session, learner_id: int, bank: str, topic: str, at: datetime) -> bool:
    """Ask nothing of a topic until it is started again; what is known of it is kept. False if it was not studied."""
    begin_writing(session)
    named = "\0" not in bank + topic  # no database is asked for a NUL
    study = session.get(Study, (learner_id, bank, topic)) if named else None
    if study is None:
        return False
    study.paused_at = study.paused_at or at
    return True
