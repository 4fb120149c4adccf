"""PostgreSQL: each transaction sees one moment, and says so when another one overtook it (see `changing`)."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Engine, ExceptionContext, event
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

TRY_AGAIN = ("40001", "40P01")
READ_ONLY = "25006"


def keep_safely(engine: Engine, patience: float, writes: Callable[[Connection], bool]) -> None:
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

    @event.listens_for(engine, "handle_error")
    def say_that_it_cannot_be_used(context: ExceptionContext) -> OperationalError | None:
        """A server that takes no changes for a while is at fault as one with a full disk is; SQLite says so too."""
        error = context.original_exception
        if getattr(error, "sqlstate", None) != READ_ONLY:
            return None
        return OperationalError(context.statement, context.parameters, error, hide_parameters=engine.hide_parameters)
