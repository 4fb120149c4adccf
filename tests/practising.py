"""A learner who practises, row by row: what an attempt leaves behind when it has ended."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select

from quizapp.models import Attempt, AttemptAnswer, BankRevision, Quiz
from quizapp.models.transactions import begin_writing, changing
from quizapp.usecases.refolding import remember_practice
from tests.learner import Learner

Given = Sequence[tuple[int, int]]


def practises(learner: Learner, *given: tuple[int, int]) -> None:
    """Answer objectives in one attempt, each with this grade, and end it now."""
    changing(learner.session, lambda: _attempt(learner, given))


def _attempt(learner: Learner, given: Given) -> None:
    begin_writing(learner.session)
    number = (learner.session.scalar(select(func.max(Attempt.attempt)).where(Attempt.learner_id == learner.id)) or 0) + 1
    theirs, at = {"learner_id": learner.id}, learner.at
    how = {"mode": "study", "pool": "all", "topics": (), "item_types": (), "number": len(given), "extra_time": 0, "made_at": at}
    learner.session.add(Quiz(**theirs, quiz=number, **how))
    learner.session.flush()
    over = {"begun_at": at, "ended_at": at, "ended_because": "finished"}
    learner.session.add(Attempt(**theirs, attempt=number, quiz=number, seed=str(number), **over))
    learner.session.flush()
    revision = learner.session.scalars(select(BankRevision.revision)).first()
    asked: dict[str, Any] = {
        "revision": revision,
        "template": "t",
        "version": 1,
        "seed": "s",
        "level": "recall",
        "audience": "nursing",
        "language": "en",
    }
    asked |= {"shown": (), "keys": (), "maximum": 1, "reading_milliseconds": 0}
    said: dict[str, Any] = {"response": "{}", "marks": 1, "recalled_before": False, "mapping": 1, "study_day": at.date(), "zone": "UTC"}
    said |= {"answered_at": at, "received_at": at, "final_at": at}
    for position, (objective, grade) in enumerate(given, 1):
        answer = AttemptAnswer(**theirs, attempt=number, position=position, objective_id=objective, grade=grade, **asked, **said)
        learner.session.add(answer)
    remember_practice(learner.session, learner.id, {objective for objective, _ in given})
