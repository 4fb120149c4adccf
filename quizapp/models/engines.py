"""How each database is opened and begun, so that what was acknowledged is kept and readers change nothing."""

from sqlalchemy import Connection, Engine

from quizapp.models import postgresql, sqlite
from quizapp.models.writers_queue import Busy

__all__ = ["PATIENCE", "WRITING", "Busy", "keep_safely", "writes"]

PATIENCE = 10.0
WRITING = {"quizapp_writes": True}


def keep_safely(engine: Engine, patience: float = PATIENCE) -> None:
    """Set an engine up before its first use: `patience` is how many seconds a writer waits for its turn before Busy."""
    if engine.dialect.name == "sqlite":
        sqlite.keep_safely(engine, patience, writes)
    else:
        postgresql.keep_safely(engine, patience, writes)


def writes(connection: Connection) -> bool:
    """Whether this transaction was opened to change something."""
    return bool(connection.get_execution_options().get("quizapp_writes"))
