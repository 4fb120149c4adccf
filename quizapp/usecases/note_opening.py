"""Note that somebody looked at what a course sees of a learner."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy.orm import Session

from quizapp.models import Opening
from quizapp.models.transactions import begin_writing
from quizapp.models.upserts import insert_into


def note_opening(
    session: Session, learners: Collection[int], course_id: int, by_id: int, day: date, at: datetime, patience: float | None = None
) -> None:
    """The last time on each day, for each of these learners. `patience` is in seconds, where the note is worth no long wait."""
    begin_writing(session, patience)
    rows = [{"learner_id": one, "course_id": course_id, "by_id": by_id, "day": day, "opened_at": at} for one in sorted(learners)]
    if not rows:
        return
    insert = insert_into(Opening, session.get_bind().dialect.name)
    session.execute(insert.on_conflict_do_update(index_elements=["learner_id", "course_id", "by_id", "day"], set_={"opened_at": at}), rows)
