"""Begin to study topics, or go on with those that rest."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.models import Objective, Study
from quizapp.models.transactions import begin_writing
from quizapp.models.upserts import insert_into


def start_topics(session: Session, learner_id: int, bank: str, topics: Sequence[str], at: datetime) -> tuple[str, ...]:
    """Study these topics from now on. LookupError, and none is started, if the bank has no such topic."""
    if "\0" in bank:
        raise LookupError("No bank has a NUL in its name, and no database may be asked for one.")
    begin_writing(session)
    offered = set(session.scalars(select(Objective.topic).where(Objective.bank == bank, Objective.retired_at.is_(None)).distinct()))
    if not set(topics) <= offered:
        raise LookupError(f"{bank!r} has no topic {min(set(topics) - offered)!r}.")
    started = tuple(dict.fromkeys(topics))
    insert = insert_into(Study, session.get_bind().dialect.name)
    going_on = insert.on_conflict_do_update(index_elements=["learner_id", "bank", "topic"], set_={"paused_at": None})
    for topic in started:
        session.execute(going_on, {"learner_id": learner_id, "bank": bank, "topic": topic, "started_at": at})
    return started
