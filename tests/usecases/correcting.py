"""An editor who corrects a bank through the use-cases."""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from questions.correcting import table_of
from quizapp.models import Correction
from quizapp.models.transactions import changing
from quizapp.queries.corrections import drafted, without
from quizapp.queries.items import current_knowledge
from quizapp.usecases.correct_bank import Corrected, Moved, correct_bank
from quizapp.usecases.undo_correction import undo_correction

BANK = "metastatic-cancer"
Change = Callable[[dict[str, Any]], None]


def says(session: Session, fact: str, bank: str = BANK) -> dict[str, Any] | None:
    """What the bank says of a fact now, None if it has no such fact."""
    session.rollback()
    found = table_of(current_knowledge(session, bank).bank, fact)
    return json.loads(json.dumps(found[2])) if found else None


def corrects(
    session: Session, by_id: int, fact: str, change: Change | None, at: datetime, why: str = "A test", bank: str = BANK
) -> Corrected | Moved:
    """Correct a fact; without a change, retire it."""
    session.rollback()
    found = table_of(current_knowledge(session, bank).bank, fact)
    assert found
    kind, topic, table = found
    after = json.loads(json.dumps(table)) if change else None
    if change and after:
        change(after)
    draft = drafted(session, bank, kind, topic, fact, after)
    return changing(session, lambda: correct_bank(session, draft, why, by_id, at))


def undoes(session: Session, by_id: int, number: int, at: datetime) -> Corrected | Moved:
    session.rollback()
    draft = without(session, session.get_one(Correction, number))
    return changing(session, lambda: undo_correction(session, number, draft, by_id, at))


def without_skin(table: dict[str, Any]) -> None:
    """Let a row of the spread table list no skin any more."""
    table["objects"] = [one for one in table["objects"] if one["term"] != "skin"]
