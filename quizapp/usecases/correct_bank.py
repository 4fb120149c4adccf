"""Publish a correction of one fact."""

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from questions.checking_changes import Effect, effect_of
from questions.correcting import Table
from quizapp.models import Attempt, BankRevision, Correction
from quizapp.models.corrections import LONGEST_REASON
from quizapp.models.transactions import begin_counting
from quizapp.queries.attempts import going_on_with
from quizapp.queries.corrections import Draft
from quizapp.queries.items import knowledge_in, knowledge_of
from quizapp.usecases.publishing import make_current
from quizapp.usecases.rescoring import rescore_open
from quizapp.usecases.wording import sentence

NO_REASON = sentence("Say in a few words why, for those who look at it later.")
LONG_REASON = sentence("Say it in 500 characters at most.")


@dataclass(frozen=True, slots=True)
class Moved:
    """Somebody else has changed the bank since the draft was made: make it again, and look at it again."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """The number of the correction, how many questions of attempts that go on it has changed, and how many such attempts something left."""

    number: int
    questions: int
    left: int


def correct_bank(session: Session, draft: Draft, why: str, by_id: int, at: datetime) -> Corrected | Moved:
    """Make a draft that was found sound the current revision, and ask and score by it whatever goes on."""
    effect = prepare(session, draft)
    begin_counting(session, Correction, Attempt)
    if not still_current(session, draft):
        return Moved()
    make_current(session, draft.bank, at)
    change = draft.change
    correction = Correction(
        bank=draft.bank.name,
        kind=change.kind,
        topic=change.topic,
        fact=change.fact,
        shipped=_text(change.shipped),
        before=_text(draft.before),
        after=_text(change.after),
        why=why,
        revision_before=draft.revision,
        revision_after=draft.bank.revision,
        by_id=by_id,
        made_at=at,
    )
    session.add(correction)
    session.flush()
    questions = rescore_open(session, knowledge_in(draft.bank), effect.asked, correction.id, at)
    return Corrected(correction.id, questions, attempts_left(session, effect))


def prepare(session: Session, draft: Draft) -> Effect:
    """Which objectives a draft changes; worked out before anybody waits for it."""
    return effect_of(knowledge_of(session, draft.revision), knowledge_in(draft.bank))


def attempts_left(session: Session, effect: Effect) -> int:
    """How many attempts that go on ask something that is gone."""
    return session.scalar(going_on_with(effect.gone)) or 0


def still_current(session: Session, draft: Draft) -> bool:
    """Whether the bank is the one that the draft changes, in the write transaction."""
    current = select(BankRevision.revision).where(BankRevision.bank == draft.bank.name, BankRevision.superseded_at.is_(None))
    return session.scalar(current) == draft.revision


def reason_problem(why: str) -> str | None:
    """What is the matter with a reason, if anything."""
    if not why:
        return NO_REASON
    return LONG_REASON if len(why) > LONGEST_REASON else None


def _text(table: Table | None) -> str | None:
    return None if table is None else json.dumps(table, ensure_ascii=False, sort_keys=True)
