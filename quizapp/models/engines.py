"""How each database is opened and begun, so that what was acknowledged is kept and readers change nothing."""

import sqlite3

from sqlalchemy import Connection, Dialect, Engine
from sqlalchemy.exc import DBAPIError

from quizapp.models import postgresql, sqlite
from quizapp.models.writers_queue import Busy

__all__ = ["PATIENCE", "WRITING", "Busy", "fault", "held_by_others", "keep_safely", "patience_of", "to_write_within", "writes"]

PATIENCE = 10.0
WRITING = {"quizapp_writes": True}


def keep_safely(engine: Engine, patience: float = PATIENCE) -> None:
    """Set an engine up before its first use: `patience` is how many seconds a writer waits for its turn before Busy."""
    if engine.dialect.name == "sqlite":
        sqlite.keep_safely(engine, patience, writes, patience_of)
    else:
        postgresql.keep_safely(engine, patience, writes, patience_of)


def to_write_within(seconds: float) -> dict[str, object]:
    """The options of a transaction that changes something, and gives up sooner than others."""
    return {**WRITING, "quizapp_patience": seconds}


def patience_of(connection: Connection) -> float | None:
    """How long this transaction waits for its turn, where it was opened to wait less long than others."""
    found: float | None = connection.get_execution_options().get("quizapp_patience")
    return found


def writes(connection: Connection) -> bool:
    """Whether this transaction was opened to change something."""
    return bool(connection.get_execution_options().get("quizapp_writes"))


def held_by_others(error: Exception) -> bool:
    """Whether a database could not be used since somebody else held it, and for no worse reason."""
    known = error.orig if isinstance(error, DBAPIError) else error
    return isinstance(known, sqlite3.OperationalError) and sqlite.is_lock(known)


def fault(dialect: Dialect, statement: str, error: Exception) -> Exception:
    """An error of the driver as SQLAlchemy would tell of it, without what people typed."""
    if known := postgresql.as_sqlite_says(error, statement):
        return known
    return DBAPIError.instance(statement, {}, error, dialect.loaded_dbapi.Error, hide_parameters=True, dialect=dialect)
