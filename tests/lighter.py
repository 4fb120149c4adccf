"""What costs every test much and shows nothing in most: hashing at full cost, and compiling each statement for each database anew."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from argon2 import PasswordHasher
from sqlalchemy import Connection, Dialect, Engine, event
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

from quizapp.usecases import passwords

FULL_COST = passwords._HASHER
_COMPILED: dict[Any, Any] = {}


@contextmanager
def hashing_with(hasher: PasswordHasher) -> Iterator[None]:
    """Passwords are hashed so, those of people who are not there as well."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "_HASHER", hasher)
        patch.setattr(passwords, "_NOBODYS", hasher.hash("a password that nobody has"))
        yield


def share_compiled_statements() -> None:
    """A statement is compiled once for all the databases of a kind: each test has its own, on one server and with one set of options."""
    for dialect in (SQLiteDialect_pysqlite, PGDialect_psycopg):
        dialect.__eq__ = _alike  # type: ignore[assignment, method-assign]
        dialect.__hash__ = _of_its_kind  # type: ignore[assignment, method-assign]
    event.listen(Engine, "engine_connect", _share)


def _alike(one: Dialect, other: object) -> bool:
    return type(one) is type(other)


def _of_its_kind(dialect: Dialect) -> int:
    return hash(type(dialect))


def _share(connection: Connection) -> None:
    connection.execution_options(compiled_cache=_COMPILED)
