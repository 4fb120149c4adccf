"""Copying a whole database, as it is at one moment, into a plain SQLite file, and back from there."""

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, MetaData, Table, create_engine, func, insert, select, text
from sqlalchemy.orm import Session

from quizapp.models.base import Base, passes
from quizapp.models.engines import PATIENCE, WRITING, Busy, keep_safely
from quizapp.models.migrations import migrate, revision_of
from quizapp.models.sqlite import is_lock
from quizapp.models.transactions import begin_writing, changing
from quizapp.models.writers_queue import WritersQueue

AT_ONCE = 1000
Keep = Callable[[Connection], None]


def copy_out(connection: Connection, file: Path) -> None:
    """Write all that this transaction sees, but what passes anyway, into a new SQLite file with the same tables."""
    if connection.dialect.name == "sqlite":
        with closing(sqlite3.connect(file)) as copy:
            _raw(connection).backup(copy)
    else:
        _copy_rows_out(connection, file)


def copy_in(file: Path, engine: Engine, keep: Keep) -> None:
    """Replace what a database of this program holds by what a file holds: all of it, or nothing.

    `keep` is called with a transaction that sees what is about to be replaced, when nobody can add to it any more.
    Raises Busy when others keep the database to themselves.
    """
    if engine.dialect.name == "sqlite":
        _copy_pages_in(file, engine, keep)
    else:
        _copy_rows_in(file, engine, keep)


def _copy_rows_out(connection: Connection, file: Path) -> None:
    revision = revision_of(connection)
    assert revision
    copy = create_engine(f"sqlite:///{file}")
    keep_safely(copy)
    migrate(copy, revision)
    tables = MetaData()
    tables.reflect(copy)
    with copy.connect().execution_options(**WRITING) as into, into.begin():
        for table in tables.sorted_tables:
            if table.name != "alembic_version" and not passes(table.name):
                found = connection.execute(select(table), execution_options={"yield_per": AT_ONCE})
                for rows in found.mappings().partitions():
                    into.execute(insert(table), [{name: _as_sqlite_keeps(value) for name, value in row.items()} for row in rows])
    copy.dispose()


def _as_sqlite_keeps(value: Any) -> Any:
    """A value of PostgreSQL in the form that quizapp.models.types gives it in SQLite, whatever the age of the table."""
    match value:
        case datetime():
            return value.isoformat(timespec="microseconds")
        case date():
            return value.isoformat()
        case bool():
            return int(value)
        case _:
            return value


def _copy_pages_in(file: Path, engine: Engine, keep: Keep) -> None:
    """Through SQLite itself, so that whoever has the database open sees the new pages in their next transaction."""
    with engine.connect() as connection:
        path = _raw(connection).execute("SELECT file FROM pragma_database_list WHERE name = 'main'").fetchone()[0]
        page_size = _raw(connection).execute("PRAGMA page_size").fetchone()[0]
    with closing(sqlite3.connect(file)) as source:
        _with_pages_of(source, page_size)
        queue = WritersQueue(f"{path}-writers")
        if not queue.enter(PATIENCE):
            raise Busy("The queue of writers did not move.")
        try:
            with engine.connect() as connection:
                keep(connection)
            with closing(sqlite3.connect(path)) as live:
                live.execute("PRAGMA synchronous=FULL")
                source.backup(live, progress=_until(time.monotonic() + PATIENCE), sleep=0.05)
        except sqlite3.OperationalError as error:
            raise (Busy("Another program holds the database.") if is_lock(error) else error) from error
        finally:
            queue.leave()


def _with_pages_of(source: sqlite3.Connection, page_size: int) -> None:
    """A database in WAL mode takes pages of its own size only."""
    if source.execute("PRAGMA page_size").fetchone()[0] != page_size:
        source.execute("PRAGMA journal_mode=DELETE")
        source.execute(f"PRAGMA page_size={page_size}")
        source.execute("VACUUM")


def _until(deadline: float) -> Callable[[int, int, int], None]:
    """Stops the copy, which would go on asking for ever, when somebody else holds the lock for too long."""

    def look(status: int, remaining: int, total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and time.monotonic() > deadline:
            raise Busy("Another program holds the database.")

    return look


def _copy_rows_in(file: Path, engine: Engine, keep: Keep) -> None:
    source = create_engine(f"sqlite:///{file}")
    with Session(engine) as session, source.connect() as rows:
        changing(session, lambda: _replace_rows(rows, session, keep))
    source.dispose()


def _replace_rows(source: Connection, session: Session, keep: Keep) -> None:
    begin_writing(session)
    connection, tables = session.connection(), Base.metadata.sorted_tables
    names = ", ".join(connection.dialect.identifier_preparer.format_table(table) for table in tables)
    connection.execute(text(f"LOCK TABLE {names} IN ACCESS EXCLUSIVE MODE"))
    keep(connection)
    connection.execute(text(f"TRUNCATE {names} RESTART IDENTITY"))
    for table in tables:
        if not passes(table.name):
            for rows in source.execute(select(table), execution_options={"yield_per": AT_ONCE}).mappings().partitions():
                connection.execute(insert(table), [dict(row) for row in rows])
            _go_on_counting(connection, table)


def _go_on_counting(connection: Connection, table: Table) -> None:
    """Let the next id be one that no row has."""
    column = table.autoincrement_column
    if column is not None:
        last = connection.scalar(select(func.max(column)))
        sequence = connection.scalar(select(func.pg_get_serial_sequence(table.name, column.name)))
        connection.execute(text(f"ALTER SEQUENCE {sequence} RESTART WITH {(last or 0) + 1}"))


def _raw(connection: Connection) -> sqlite3.Connection:
    raw = connection.connection.dbapi_connection
    assert isinstance(raw, sqlite3.Connection)
    return raw
