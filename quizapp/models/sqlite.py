"""SQLite: one writer at a time in a fair queue, readers that cannot write, and nothing acknowledged that a power cut could take."""

import os
import sqlite3
import sys
import time
from collections.abc import Callable, MutableMapping
from contextlib import suppress
from typing import Any

from sqlalchemy import Connection, Dialect, Engine, event
from sqlalchemy.pool import ConnectionPoolEntry

from quizapp.models.writers_queue import Busy, WritersQueue

Kept = MutableMapping[str, Any]  # what stays with a connection: its queue, and whether it only reads
SHORT = 0.05  # seconds in the queue that count for nothing
STRANGERS = 2.0  # seconds for a program that holds the file and stands in no queue of ours: whoever waits for it keeps readers waiting, too
WARY, FOR = 0.1, 5.0  # and so little for so long after it took longer
QUEUES = sys.platform != "win32"  # elsewhere SQLite's own lock is the queue


class Strangers:
    """How long to wait for a program that stands in no queue, as it turned out lately in this process."""

    def __init__(self, patience: float) -> None:
        self.usual = min(patience, STRANGERS) if QUEUES else patience
        self._wary_until = 0.0

    def patience(self) -> float:
        """Seconds from the moment in which a writer came."""
        return WARY if self._wary_until and time.monotonic() < self._wary_until else self.usual

    def held(self, seconds: float) -> None:
        """Note that somebody waited so long in vain."""
        if seconds > self.usual - SHORT:
            self._wary_until = time.monotonic() + FOR

    def gone(self) -> None:
        """Note that the file is free."""
        self._wary_until = 0.0


def keep_safely(
    engine: Engine, patience: float, writes: Callable[[Connection], bool], patience_of: Callable[[Connection], float | None]
) -> None:
    """Open each connection with the pragmas, and begin and end its transactions ourselves, since the driver's own way loses updates."""

    strangers = Strangers(patience)

    @event.listens_for(engine, "do_connect")
    def make(dialect: Dialect, entry: ConnectionPoolEntry, arguments: list[str], options: dict[str, Any]) -> None:
        _make_for_its_owner(arguments[0])

    @event.listens_for(engine, "connect")
    def connect(raw: sqlite3.Connection, entry: ConnectionPoolEntry) -> None:
        path = raw.execute("SELECT file FROM pragma_database_list WHERE name = 'main'").fetchone()[0]
        entry.info["queue"] = queue = WritersQueue(f"{path}-writers") if path else None
        _open(raw, queue, patience, strangers.usual)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if writes(connection):
            less = patience_of(connection)
            _begin_writing(_raw(connection), connection.info, patience if less is None else less, strangers)
        else:
            _begin_reading(_raw(connection), connection.info)

    @event.listens_for(engine, "commit")
    def commit(connection: Connection) -> None:
        _raw(connection).commit()
        _leave(connection.info["queue"])

    @event.listens_for(engine, "rollback")
    def rollback(connection: Connection) -> None:
        try:
            _raw(connection).rollback()
        finally:
            _leave(connection.info["queue"])

    @event.listens_for(engine, "checkin")
    def checkin(raw: sqlite3.Connection | None, entry: ConnectionPoolEntry) -> None:
        _leave(entry.info.get("queue"))


def is_lock(error: sqlite3.OperationalError) -> bool:
    """Whether somebody else holds what was asked for."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _make_for_its_owner(path: str) -> None:
    """SQLite itself would make a file that others may read until it is closed to them; companions get the rights of the file."""
    if path not in ("", ":memory:") and not path.startswith("file:"):
        with suppress(OSError):  # it is there already; or it cannot be made, of which SQLite tells better
            os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))


def _open(raw: sqlite3.Connection, queue: WritersQueue | None, patience: float, for_strangers: float) -> None:
    raw.isolation_level = None
    raw.execute(f"PRAGMA busy_timeout={int(for_strangers * 1000)}")
    if _journal(raw) not in ("wal", "memory"):
        _turn_to_wal(raw, queue, patience)
    raw.execute("PRAGMA synchronous=FULL")
    raw.execute("PRAGMA foreign_keys=ON")
    raw.execute("PRAGMA secure_delete=ON")  # what was erased is written over


def _turn_to_wal(raw: sqlite3.Connection, queue: WritersQueue | None, patience: float) -> None:
    """Change the journal, once in the life of a file. SQLite does not wait for that; we do."""
    deadline = time.monotonic() + patience
    _enter(queue, patience)
    try:
        while _journal(raw) != "wal":
            try:
                raw.execute("PRAGMA journal_mode=WAL")
            except sqlite3.OperationalError as error:
                if not is_lock(error) or time.monotonic() > deadline:
                    raise
                time.sleep(0.01)
    finally:
        _leave(queue)


def _journal(raw: sqlite3.Connection) -> str:
    return str(raw.execute("PRAGMA journal_mode").fetchone()[0])


def _begin_reading(raw: sqlite3.Connection, kept: Kept) -> None:
    _only_read(raw, kept, True)
    raw.execute("BEGIN")


def _begin_writing(raw: sqlite3.Connection, kept: Kept, patience: float, strangers: Strangers) -> None:
    began, queue = time.monotonic(), kept["queue"]
    _enter(queue, patience)
    try:
        _only_read(raw, kept, False)
        _begin_within(raw, min(patience, strangers.patience()) - (time.monotonic() - began), strangers.usual)
        strangers.gone()
    except sqlite3.OperationalError as error:
        _leave(queue)
        if not is_lock(error):
            raise
        strangers.held(time.monotonic() - began)
        raise Busy("Another program holds the database.") from error
    except BaseException:
        _leave(queue)
        raise


def _only_read(raw: sqlite3.Connection, kept: Kept, only: bool) -> None:
    """Say whether the connection may write, if that changes: at each word of it SQLite forgets every statement that it has prepared."""
    if kept.get("only_reads") is not only:
        raw.execute(f"PRAGMA query_only={only:d}")
        kept["only_reads"] = only


def _begin_within(raw: sqlite3.Connection, seconds: float, usual: float) -> None:
    """One deadline for the queue and for SQLite's own lock, which only a foreign program may hold, since it is our turn."""
    if usual - seconds < SHORT:  # as the connection has it
        raw.execute("BEGIN IMMEDIATE")
        return
    raw.execute(f"PRAGMA busy_timeout={max(1, int(seconds * 1000))}")
    try:
        raw.execute("BEGIN IMMEDIATE")
    finally:
        raw.execute(f"PRAGMA busy_timeout={int(usual * 1000)}")


def _enter(queue: WritersQueue | None, patience: float) -> None:
    if queue is not None and not queue.enter(patience):
        raise Busy("The queue of writers did not move.")


def _leave(queue: WritersQueue | None) -> None:
    if queue is not None:
        queue.leave()


def _raw(connection: Connection) -> Any:
    return connection.connection.dbapi_connection
