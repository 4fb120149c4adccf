"""The one door through which anything is changed."""

import random
import time
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from quizapp.models.engines import WRITING, Busy, writes
from quizapp.models.postgresql import TRY_AGAIN

Outcome = TypeVar("Outcome")
TRIES = 10


def changing(session: Session, change: Callable[[], Outcome]) -> Outcome:
    """Do a change and commit it; do it again where PostgreSQL says that somebody else came between."""
    for already_tried in range(TRIES):
        try:
            outcome = change()
            session.commit()
            return outcome
        except DBAPIError as error:
            session.rollback()
            if not _came_between(error):
                raise
            time.sleep(random.uniform(0, 0.01) * already_tried)
        except BaseException:
            session.rollback()
            raise
    raise Busy("Others kept coming between.")


def begin_writing(session: Session) -> None:
    """Open the write transaction, unless it is open. What was read before is read again, for it may have changed since."""
    if session.in_transaction():
        if writes(session.connection()):
            return
        session.rollback()
    session.connection(execution_options=WRITING)


def _came_between(error: DBAPIError) -> bool:
    return getattr(error.orig, "sqlstate", None) in TRY_AGAIN
