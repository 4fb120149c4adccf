"""Databases for tests: each test has its own, and what takes long to fill is filled once and copied."""

import os
import shutil
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, LiteralString

import psycopg
from psycopg import sql
from sqlalchemy import URL, make_url

from quizapp.settings import read_settings

POSTGRES = read_settings({"QUIZAPP_DATABASE_URL": os.environ.get("QUIZAPP_TEST_POSTGRES", "")}).database_url
KINDS = ["sqlite", "postgresql"] if POSTGRES else ["sqlite"]
UNHURRIED = "-csynchronous_commit=off"  # what is tried is the death of our processes, never that of the server

Fill = Callable[[str], None]
Connection = psycopg.Connection[Any]
_BEFORE: dict[Fill, Fill] = {}


def upon(before: Fill) -> Callable[[Fill], Fill]:
    """What fills a database that something else has begun to fill."""

    def keep(fill: Fill) -> Fill:
        _BEFORE[fill] = before
        return fill

    return keep


@dataclass
class Copies:
    """Databases that were filled once, and are laid into those of tests."""

    folder: Path
    _files: dict[Fill, Path] = field(default_factory=dict)

    def lay(self, fill: Fill, url: URL) -> None:
        """Make an empty database one that `fill` has filled; nobody may be connected to it."""
        if url.get_backend_name() == "sqlite":
            shutil.copy(self.file(fill), url.database or "")
        else:
            self._server.lay(fill, url.database or "")

    @contextmanager
    def empty(self, kind: str, file: Path, to_be_laid: bool = False) -> Iterator[str]:
        """The address of an empty database of one of the kinds, or of none yet; a file is made by whoever opens it."""
        if kind == "sqlite":
            yield f"sqlite:///{file}"
            return
        name = _some_name()
        if not to_be_laid:
            self._server.lay(None, name)
        yield _address(name)
        self._server.take_back(name)

    def file(self, fill: Fill) -> Path:
        """An SQLite file that `fill` has filled, to be read or copied."""
        if fill not in self._files:
            file = self.folder / f"{uuid.uuid4().hex}.sqlite3"
            if fill in _BEFORE:
                shutil.copy(self.file(_BEFORE[fill]), file)
            fill(f"sqlite:///{file}")
            self._files[fill] = file
        return self._files[fill]

    def close(self) -> None:
        """Leave nothing on the server."""
        if "_server" in vars(self):
            self._server.close()

    @cached_property
    def _server(self) -> "Server":
        return Server()


class Server:
    """Databases on PostgreSQL. To make one and to drop it takes about a second, so what a test gives back is set right and lent again."""

    def __init__(self) -> None:
        self._connection = _connected(make_url(POSTGRES or "").database or "")
        self._originals: dict[Fill, str] = {}
        self._contents: dict[Fill | None, Contents] = {}
        self._idle: defaultdict[Fill | None, list[str]] = defaultdict(list)
        self._lent: dict[str, Fill | None] = {}

    def lay(self, fill: Fill | None, name: str) -> None:
        """Give a name to a database as `fill` leaves it, or to an empty one."""
        self.take_back(name)
        if idle := self._idle[fill]:
            self._says("ALTER DATABASE {} RENAME TO {}", idle.pop(), name)
        else:
            self._says("CREATE DATABASE {} TEMPLATE {}", name, self._original(fill) if fill else "template1")
        self._lent[name] = fill

    def take_back(self, name: str) -> None:
        """What somebody had is lent to the next if it can be made as it was; it is dropped where its tables were changed."""
        if name not in self._lent:
            return
        fill = self._lent.pop(name)
        self._connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", (name,))
        with _connected(name) as used:
            as_before = self._contents_of(fill).into(used)
        if as_before:
            self._idle[fill].append(name)
        else:
            self._says("DROP DATABASE {} WITH (FORCE)", name)

    def close(self) -> None:
        """Drop all that there is."""
        for name in (*self._lent, *(name for names in self._idle.values() for name in names), *self._originals.values()):
            self._says("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)
        self._connection.close()

    def _original(self, fill: Fill) -> str:
        if fill not in self._originals:
            name = _some_name()
            template = self._original(_BEFORE[fill]) if fill in _BEFORE else "template1"
            self._says("CREATE DATABASE {} TEMPLATE {}", name, template)
            fill(_address(name))
            self._originals[fill] = name
        return self._originals[fill]

    def _contents_of(self, fill: Fill | None) -> "Contents":
        if fill not in self._contents:
            with _connected(self._original(fill) if fill else "template1") as original:
                self._contents[fill] = Contents.of(original)
        return self._contents[fill]

    def _says(self, statement: LiteralString, *names: str) -> None:
        self._connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


SHAPE = """SELECT md5(string_agg(part, E'\n' ORDER BY part)) FROM (
    SELECT format('%s %s %s', c.oid, c.relname, c.relkind) AS part FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace
    UNION ALL SELECT format('%s %s %s %s', a.attrelid, a.attname, a.atttypid, a.attnotnull) FROM pg_attribute a
        JOIN pg_class c ON c.oid = a.attrelid WHERE c.relnamespace = 'public'::regnamespace
    UNION ALL SELECT format('%s %s', oid, conname) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT format('%s %s', oid, proname) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    UNION ALL SELECT format('%s %s %s', oid, tgrelid, tgname) FROM pg_trigger
    UNION ALL SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_'
) parts"""


@dataclass(frozen=True)
class Contents:
    """What is in a database: which tables it has, their rows, and where its sequences stand."""

    shape: str
    tables: tuple[str, ...]
    rows: dict[str, bytes]
    sequences: dict[str, tuple[int, bool]]

    @classmethod
    def of(cls, connection: Connection) -> "Contents":
        """All that there is now."""
        tables = tuple(name for (name,) in connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall())
        found = {table: _copied(connection, table) for table in tables}
        names = [name for (name,) in connection.execute("SELECT sequencename FROM pg_sequences WHERE schemaname = 'public'").fetchall()]
        sequences = {name: _row(connection, _naming("SELECT last_value, is_called FROM {}", name)) for name in names}
        return cls(_shape(connection), tables, {table: rows for table, rows in found.items() if rows}, sequences)

    def into(self, connection: Connection) -> bool:
        """Make a database hold this and nothing else; False where its tables are not these."""
        if _shape(connection) != self.shape:
            return False
        with connection.transaction(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")  # rows come and go in any order
            for table in self.tables:
                cursor.execute(_naming("DELETE FROM {}", table))
            for table, rows in self.rows.items():
                with cursor.copy(_naming("COPY {} FROM STDIN (FORMAT binary)", table)) as copy:
                    copy.write(rows)
            for name, (last, called) in self.sequences.items():
                cursor.execute("SELECT setval(%s::regclass, %s, %s)", (f'public."{name}"', last, called))
        return True


def _shape(connection: Connection) -> str:
    return str(_row(connection, sql.SQL(SHAPE))[0])


def _copied(connection: Connection, table: str) -> bytes:
    with connection.cursor() as cursor:
        if not _row(connection, _naming("SELECT EXISTS (SELECT FROM {})", table))[0]:
            return b""
        with cursor.copy(_naming("COPY {} TO STDOUT (FORMAT binary)", table)) as copy:
            return b"".join(copy)


def _naming(statement: LiteralString, name: str) -> sql.Composed:
    return sql.SQL(statement).format(sql.Identifier(name))


def _row(connection: Connection, statement: sql.SQL | sql.Composed) -> Any:
    return connection.execute(statement).fetchone()


def _connected(database: str) -> Connection:
    url = make_url(POSTGRES or "").set(drivername="postgresql", database=database)
    return psycopg.connect(url.render_as_string(hide_password=False), autocommit=True, options=UNHURRIED)


def _some_name() -> str:
    return f"quizapp_test_{uuid.uuid4().hex}"


def _address(name: str) -> str:
    assert POSTGRES
    url = make_url(POSTGRES).set(database=name).update_query_dict({"options": UNHURRIED})
    return url.render_as_string(hide_password=False)
