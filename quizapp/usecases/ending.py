"""How an attempt ends, whichever way."""

from datetime import datetime, timedelta

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from questions.responses import Answers
from quizapp.models import Attempt, Review
from quizapp.models.quizzes import EndedBecause
from quizapp.queries.attempts import Sheet, sheet
from quizapp.queries.withheld import told_from
from quizapp.usecases.refolding import remember_practice


def open_to_change(session: Session, learner_id: int, attempt: int) -> Sheet | None:
    """An attempt in the write transaction, which is open: nobody else changes it meanwhile. None if it is not this learner's.

    Its row is written, not only locked: who waited for a lock on PostgreSQL would go on with what it saw before it waited, and of two who
    answer the last two questions neither would see that nothing is left; who waited to write begins again.
    """
    mine = update(Attempt).where(Attempt.learner_id == learner_id, Attempt.attempt == attempt)
    session.execute(mine.values(ended_at=Attempt.ended_at), execution_options={"synchronize_session": False})
    return sheet(session, learner_id, attempt)


def note_known_end(found: Sheet, form: Answers) -> None:
    """Note that a learner knows when an attempt ends, where the page that they sent told it: so it is told on one page at least, and on
    each until then."""
    ends_at = found.attempt.ends_at
    if found.attempt.known_end is not None and ends_at is not None and ends_at.isoformat() in form.get("ends", ()):
        found.attempt.known_end = None


def end(session: Session, found: Sheet, because: EndedBecause, at: datetime) -> None:
    """End an attempt that goes on: what was answered is final, unless it is left, and remembered; what was retired is withdrawn.

    What an exam makes final is remembered after all that was reviewed by then, so that it moves no day that was set meanwhile.
    """
    found.attempt.ended_because, found.attempt.ended_at = because, at
    if because == "left":
        return
    final = _final(session, found.attempt.learner_id, at)
    ending = [one for one in found.asked if one.answer.final_at is None]
    for one in ending:
        if one.withdrawn:
            one.answer.withdrawn_at = at
        if found.exam or one.answered:
            one.answer.final_at = final
    if found.quiz.trial:
        return
    if told_from(session, found.quiz, at) is None:
        remember_practice(session, found.attempt.learner_id, [one.objective.id for one in ending if one.answered and not one.withdrawn])
    else:
        found.attempt.untold = True


def tell(session: Session, found: Sheet) -> None:
    """Let what an exam that has ended showed be remembered, now that it is told: after all that was reviewed by then."""
    assert found.attempt.ended_at
    found.attempt.untold, final = False, _final(session, found.attempt.learner_id, found.attempt.ended_at)
    answered = [one for one in found.asked if one.answered and not one.withdrawn]
    for one in answered:
        one.answer.final_at = final
    remember_practice(session, found.attempt.learner_id, [one.objective.id for one in answered])


def _final(session: Session, learner_id: int, at: datetime) -> datetime:
    """This moment, or one after the last review: an attempt may end long before anybody finds that it has."""
    last = session.scalar(select(func.max(Review.received_at)).where(Review.learner_id == learner_id))
    return at if last is None else max(at, last + timedelta(microseconds=1))
