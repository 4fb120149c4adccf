"""Take a correction back: the bank says again what it said without it."""

from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.models import Attempt, Correction
from quizapp.models.transactions import begin_counting
from quizapp.queries.corrections import Draft
from quizapp.queries.items import knowledge_in
from quizapp.usecases.correct_bank import Corrected, Moved, attempts_left, prepare, still_current
from quizapp.usecases.publishing import make_current
from quizapp.usecases.rescoring import rescore_open


def undo_correction(session: Session, number: int, draft: Draft, by_id: int, at: datetime) -> Corrected | Moved:
    """Publish the bank as it is without this correction, which stays in the history. Moved where it was undone before."""
    effect = prepare(session, draft)
    begin_counting(session, Correction, Attempt)
    correction = session.get_one(Correction, number, populate_existing=True)
    if correction.undone_at is not None or not still_current(session, draft):
        return Moved()
    correction.undone_at, correction.undone_by = max(at, correction.made_at), by_id
    make_current(session, draft.bank, at)
    questions = rescore_open(session, knowledge_in(draft.bank), effect.asked, correction.id, at)
    return Corrected(correction.id, questions, attempts_left(session, effect))
