"""Publish a bank as it is shipped: its content with the corrections of editors over it, and the objectives that follow from it.

Quizzes that go on are asked and scored by it, as they are by a correction.
"""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from questions.bank import Bank
from questions.checking_changes import effect_of
from questions.correcting import Correction as Change
from questions.correcting import laid_over
from quizapp.models import Attempt, BankRevision, Correction
from quizapp.models.transactions import begin_counting
from quizapp.queries.corrections import can_be_asked, changes, in_force
from quizapp.queries.items import Gone, knowledge_in, knowledge_of
from quizapp.usecases.publishing import Published, keep_shipped, make_current
from quizapp.usecases.rescoring import rescore_open

__all__ = ["Published", "publish_bank"]


def publish_bank(session: Session, bank: Bank, at: datetime) -> Published:
    """Make this content, as it is corrected, the bank's current one. Publishing what is current changes nothing."""
    laid = laid_over(bank, corrections := _corrections(session, bank), can_be_asked).bank
    changed = _changed(session, before := _current(session, bank), laid)  # worked out before anybody waits for it
    begin_counting(session, Correction, Attempt)
    if (now := _corrections(session, bank)) != corrections:
        laid = laid_over(bank, now, can_be_asked).bank
    if (now, _current(session, bank)) != (corrections, before):
        changed = _changed(session, _current(session, bank), laid)
    keep_shipped(session, bank, at)
    published = make_current(session, laid, at)
    rescore_open(session, knowledge_in(laid), changed, None, at)
    return published


def _corrections(session: Session, bank: Bank) -> tuple[Change, ...]:
    return changes(in_force(session, bank.name))


def _current(session: Session, bank: Bank) -> str | None:
    return session.scalar(select(BankRevision.revision).where(BankRevision.bank == bank.name, BankRevision.superseded_at.is_(None)))


def _changed(session: Session, before: str | None, after: Bank) -> tuple[str, ...]:
    """Which objectives are asked otherwise than in the revision before; of one that this program cannot read, nothing can be said."""
    aimed = knowledge_in(after)
    assert aimed.objectives is not None
    try:
        known = knowledge_of(session, before) if before else aimed
    except Gone:
        return ()
    return effect_of(known, aimed).asked if known is not aimed and can_be_asked(known.bank) else ()
