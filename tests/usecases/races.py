"""Several people, or several presses of one, at the same moment."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from quizapp.models.transactions import changing

Outcome = TypeVar("Outcome")


def at_once(engine: Engine, *changes: Callable[[Session], Outcome]) -> list[Outcome]:
    """What came of changes that each had a connection and a thread of its own, and began together."""
    together = threading.Barrier(len(changes))

    def run(change: Callable[[Session], Outcome]) -> Outcome:
        with Session(engine, expire_on_commit=False) as own:
            own.connection()
            own.rollback()  # connected, and nothing seen yet
            together.wait()
            return changing(own, lambda: change(own))

    with ThreadPoolExecutor(len(changes)) as pool:
        return list(pool.map(run, changes))
