"""PostgreSQL: each transaction sees one moment, and says so when another one overtook it (see `changing`)."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Engine, ExceptionContext, event
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from quizapp.models.writers_queue import Busy

TRY_AGAIN = ("40001", "40P01")
SAME_KEY = "23505"
READ_ONLY = "25006"
LOCKED = "55P03"


def keep_safely(
    engine: Engine, patience: float, writes: Callable[[Connection], bool], patience_of: Callable[[Connection], float | None]
) -> None:
    """Open each connection for repeatable reads, and begin read-only unless something is to change."""
    from psycopg import IsolationLevel

    @event.listens_for(engine, "connect")
    def connect(raw: Any, entry: ConnectionPoolEntry) -> None:
        raw.isolation_level = IsolationLevel.REPEATABLE_READ
        raw.execute(f"SET lock_timeout = {int(patience * 1000)}")
        raw.execute("SET TIME ZONE 'UTC'")
        raw.commit()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        raw: Any = connection.connection.dbapi_connection
        raw.read_only = None if writes(connection) else True  # None: as the server has it, which may be read-only for a while
        if (less := patience_of(connection)) is not None:
            raw.execute(f"SET LOCAL lock_timeout = {int(less * 1000)}")

    @event.listens_for(engine, "handle_error")
    def say_what_sqlite_says(context: ExceptionContext) -> Exception | None:
        return as_sqlite_says(context.original_exception, context.statement)


def as_sqlite_says(error: BaseException, statement: str | None) -> Exception | None:
    """A server that takes no changes for a while is at fault as one with a full disk is; a lock that others keep is a queue."""
    if getattr(error, "sqlstate", None) == LOCKED:
        return Busy("Somebody else holds what is to be changed.")
    if getattr(error, "sqlstate", None) == READ_ONLY:
        return OperationalError(statement, {}, error, hide_parameters=True)
    return None
