"""What was erased is not to be found in the file of the database any more."""

import sqlite3
from contextlib import suppress

from sqlalchemy import Engine

PATIENCE = 250  # milliseconds: what cannot be done now happens when the log is next copied, and written over from its beginning


def clear_log(engine: Engine) -> None:
    """Take out of SQLite's log what pages held before, unless others read or write it just now. Pages themselves are cleared as rows go."""
    if engine.dialect.name != "sqlite":
        return
    raw = engine.raw_connection()
    try:
        usual = raw.cursor().execute("PRAGMA busy_timeout").fetchone()[0]
        raw.cursor().execute(f"PRAGMA busy_timeout={PATIENCE}")
        with suppress(sqlite3.OperationalError):  # the erasure itself is done
            raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        raw.cursor().execute(f"PRAGMA busy_timeout={usual}")
    finally:
        raw.close()
