"""How a bank's content becomes the current one, in the write transaction, which is open."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from questions.bank import Bank, bank_content
from questions.objectives import Objective as Aimed
from quizapp.models import BankRevision, Objective, ShippedRevision
from quizapp.models.upserts import insert_into
from quizapp.queries.items import knowledge_in


@dataclass(frozen=True, slots=True)
class Published:
    """The revision, and how many objectives it added, reworded, retired, revived and left as they were."""

    revision: str
    added: int
    changed: int
    retired: int
    revived: int
    unchanged: int


def make_current(session: Session, bank: Bank, at: datetime) -> Published:
    """Let this content count from now on; what went is retired, what returns revived."""
    aimed = knowledge_in(bank).objectives
    _keep_content(session, bank, at)
    known = {one.key: one for one in session.scalars(select(Objective).where(Objective.bank == bank.name))}
    added = [key for key in aimed if key not in known]
    revived = [key for key in aimed if key in known and known[key].retired_at]
    retired = [one for key, one in known.items() if key not in aimed and not one.retired_at]
    _add(session, bank, [aimed[key] for key in added])
    for key in revived:
        known[key].retired_at = None
    for one in retired:
        one.retired_at = at
    reworded = {key: _reword(known[key], aimed[key]) for key in aimed if key in known}
    changed = sum(reworded[key] for key in reworded if key not in revived)
    return Published(bank.revision, len(added), changed, len(retired), len(revived), len(reworded) - len(revived) - changed)


def keep_shipped(session: Session, bank: Bank, at: datetime) -> None:
    """Keep what the program ships, so that corrections can be laid over it, whether it counts as it is or not."""
    dialect = session.get_bind().dialect.name
    row = {"revision": bank.revision, "bank": bank.name, "content": bank_content(bank), "published_at": at, "superseded_at": at}
    session.execute(insert_into(BankRevision, dialect).on_conflict_do_nothing(), row)
    insert = insert_into(ShippedRevision, dialect)
    again = insert.on_conflict_do_update(index_elements=["bank"], set_={"revision": bank.revision})
    session.execute(again, {"bank": bank.name, "revision": bank.revision})


def _keep_content(session: Session, bank: Bank, at: datetime) -> None:
    current = session.scalar(select(BankRevision.revision).where(BankRevision.bank == bank.name, BankRevision.superseded_at.is_(None)))
    if current == bank.revision:
        return
    session.execute(update(BankRevision).where(BankRevision.revision == current).values(superseded_at=at))
    row = {"revision": bank.revision, "bank": bank.name, "content": bank_content(bank), "published_at": at, "superseded_at": None}
    insert = insert_into(BankRevision, session.get_bind().dialect.name)
    again = {"published_at": at, "superseded_at": None}
    session.execute(insert.on_conflict_do_update(index_elements=["revision"], set_=again), row)


def _add(session: Session, bank: Bank, added: list[Aimed]) -> None:
    rows = [{"key": one.id, "bank": bank.name, "topic": one.topic, "aim": one.aim} for one in added]
    if rows:
        session.execute(insert_into(Objective, session.get_bind().dialect.name).on_conflict_do_nothing(), rows)


def _reword(kept: Objective, aimed: Aimed) -> bool:
    """Whether the words or the topic of an objective are others now; its id, and with it every card, stays."""
    same = (kept.topic, kept.aim) == (aimed.topic, aimed.aim)
    kept.topic, kept.aim = aimed.topic, aimed.aim
    return not same
