"""The one door through which anything is changed."""

import random
import time
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from quizapp.models.base import Base
from quizapp.models.engines import PATIENCE, WRITING, Busy, to_write_within, writes
from quizapp.models.plain import Plain
from quizapp.models.postgresql import SAME_KEY, TRY_AGAIN

Outcome = TypeVar("Outcome")
Door = Session | Plain


def changing(session: Door, change: Callable[[], Outcome], patience: float = PATIENCE) -> Outcome:
    """Do a change and commit it; do it again where PostgreSQL says that somebody else came between. Busy when that lasts too long.

    A row that is there already was unseen by this change's moment only if somebody has just added it: the second try sees it, and a
    third would see no more.
    """
    deadline = time.monotonic() + patience
    doubled = False
    while True:
        try:
            return _once(session, change)
        except DBAPIError as error:
            if not _came_between(error) and (doubled or not _came_first(error)):
                raise
            doubled = doubled or _came_first(error)
            if time.monotonic() > deadline:
                raise Busy("Others kept coming between.") from error
            time.sleep(random.uniform(0, 0.02))


def _once(session: Door, change: Callable[[], Outcome]) -> Outcome:
    try:
        outcome = change()
        session.commit()
        return outcome
    except BaseException:
        session.rollback()
        raise


def begin_writing(session: Door, patience: float | None = None) -> None:
    """Open the write transaction, unless it is open. What was read before is read again, for it may have changed since.

    `patience` is in seconds, where this change is worth no long wait.
    """
    if session.in_transaction():
        if writes(session.connection()):
            return
        session.rollback()
    session.connection(execution_options=WRITING if patience is None else to_write_within(patience))


def begin_counting(session: Session, *tables: type[Base], patience: float | None = None) -> None:
    """Open the write transaction of who counts rows of a table and adds one: one at a time on PostgreSQL too, or two see the same count.

    Only LOCK waits before the transaction has seen its moment; a row or an advisory lock would wait with an old count in hand.
    """
    begin_writing(session, patience)
    if session.get_bind().dialect.name == "postgresql":
        names = ", ".join(table.__tablename__ for table in tables)
        session.execute(text(f"LOCK TABLE {names} IN SHARE ROW EXCLUSIVE MODE"))


def read_enough(session: Session) -> None:
    """End a transaction that only read, so that nobody is kept waiting meanwhile; one that changes something goes on."""
    if session.in_transaction() and not writes(session.connection()):
        session.rollback()


def _came_between(error: DBAPIError) -> bool:
    return getattr(error.orig, "sqlstate", None) in TRY_AGAIN


def _came_first(error: DBAPIError) -> bool:
    return getattr(error.orig, "sqlstate", None) == SAME_KEY
