"""Backups: one file that holds all that a database keeps, whichever kind it is, and can be put back into either kind.

The file is an SQLite database with the same tables, packed by gzip, whose checksum tells of any damage. A table more, `origin`, says
where it comes from; `alembic_version` says which migration. What passes anyway (sessions, failed sign-ins) is left out.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine

from quizapp.models.base import passes
from quizapp.models.copying import copy_in, copy_out
from quizapp.models.migrations import migrate, refuse_newer, revision_of
from quizapp.models.packing import Broken, pack, side_folder, unpack


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a backup comes from: the kind of database, its migration, and when it was made."""

    database: str
    migration: str
    made_at: datetime


class NothingThere(Exception):
    """The database has no tables yet."""


def back_up(engine: Engine, file: Path, at: datetime) -> Origin:
    """Write all that the database holds at this moment into a file, while others go on. Raises NothingThere, Broken,
    and NewerDatabase where PostgreSQL holds tables that this program does not know."""
    if engine.dialect.name == "sqlite" and not Path(engine.url.database or "").exists():
        raise NothingThere
    if engine.dialect.name != "sqlite":
        refuse_newer(engine)
    with engine.connect() as connection:
        return _write(connection, file, at)


@contextmanager
def unpacked(file: Path, beside: Path) -> Iterator[tuple[Path, Origin]]:
    """A backup as an SQLite file that may be changed, meanwhile, on the disk of another file. Raises Broken."""
    with side_folder(beside) as folder:
        copy = folder / "copy.sqlite3"
        unpack(file, copy)
        yield copy, _open(copy)


def put_back(copy: Path, engine: Engine, aside: Path, at: datetime) -> bool:
    """Let the database hold what an unpacked backup with this program's tables holds, and nothing else. True if what it held before
    is now a backup aside. Raises Busy, and NewerDatabase where PostgreSQL holds tables that this program does not know."""
    with engine.connect() as connection:
        held = revision_of(connection) is not None
    if engine.dialect.name != "sqlite":
        migrate(engine)

    def keep(connection: Connection) -> None:
        if held:
            _write(connection, aside, at)

    copy_in(copy, engine, keep)
    return held


def _write(connection: Connection, file: Path, at: datetime) -> Origin:
    migration = revision_of(connection)
    if migration is None:
        raise NothingThere
    origin = Origin(connection.dialect.name, migration, at)
    with side_folder(file) as folder:
        copy = folder / "copy.sqlite3"
        copy_out(connection, copy)
        _seal(copy, origin)
        pack(copy, file)
    return origin


def _seal(copy: Path, origin: Origin) -> None:
    """Leave out what passes, say where the copy comes from, and see that it is whole."""
    with closing(sqlite3.connect(copy, isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode=DELETE")
        for name in _tables(database):
            if passes(name):
                database.execute(f'DELETE FROM "{name}"')  # noqa: S608 - a name that the database itself told
        database.execute("CREATE TABLE origin (backup_of TEXT NOT NULL, migration TEXT NOT NULL, made_at TEXT NOT NULL) STRICT")
        database.execute("INSERT INTO origin VALUES (?, ?, ?)", (origin.database, origin.migration, origin.made_at.isoformat()))
        database.execute("VACUUM")  # what was deleted would otherwise still stand between the rows
        _refuse_broken(database)


def _open(copy: Path) -> Origin:
    """Take what a backup says of itself out of it. Raises Broken."""
    try:
        with closing(sqlite3.connect(copy, isolation_level=None)) as database:
            _refuse_broken(database)
            backup_of, migration, made_at = database.execute("SELECT backup_of, migration, made_at FROM origin").fetchone()
            database.execute("DROP TABLE origin")
            return Origin(backup_of, migration, datetime.fromisoformat(made_at))
    except (sqlite3.DatabaseError, TypeError, ValueError) as error:
        raise Broken from error


def _refuse_broken(database: sqlite3.Connection) -> None:
    if database.execute("PRAGMA integrity_check").fetchone() != ("ok",) or database.execute("PRAGMA foreign_key_check").fetchone():
        raise Broken


def _tables(database: sqlite3.Connection) -> list[str]:
    return [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
