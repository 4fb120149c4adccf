"""Databases for tests: each test has its own, and what takes long to fill is filled once and copied."""

import os
import shutil
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from sqlalchemy import URL, Connection, create_engine, make_url, text
from sqlalchemy.pool import NullPool

from quizapp.settings import read_settings

POSTGRES = read_settings({"QUIZAPP_DATABASE_URL": os.environ.get("QUIZAPP_TEST_POSTGRES", "")}).database_url
KINDS = ["sqlite", "postgresql"] if POSTGRES else ["sqlite"]
UNHURRIED = "-csynchronous_commit=off"  # what is tried is the death of our processes, never that of the server

Fill = Callable[[str], None]


@dataclass
class Copies:
    """Databases that were filled once, and are laid into those of tests."""

    folder: Path
    _files: dict[Fill, Path] = field(default_factory=dict)
    _originals: dict[Fill, str] = field(default_factory=dict)

    def lay(self, fill: Fill, url: URL) -> None:
        """Make an empty database one that `fill` has filled; nobody may be connected to it."""
        if url.get_backend_name() == "sqlite":
            shutil.copy(self.file(fill), url.database or "")
        else:
            self._server.execute(text(f'DROP DATABASE IF EXISTS "{url.database}"'))
            self._server.execute(text(f'CREATE DATABASE "{url.database}" TEMPLATE "{self._original(fill)}"'))

    @contextmanager
    def empty(self, kind: str, file: Path, to_be_laid: bool = False) -> Iterator[str]:
        """The address of an empty database of one of the kinds, or of none yet; a file is made by whoever opens it."""
        if kind == "sqlite":
            yield f"sqlite:///{file}"
            return
        name = _some_name() if to_be_laid else self._new()
        yield _address(name)
        self._server.execute(text(f'DROP DATABASE "{name}" WITH (FORCE)'))

    def file(self, fill: Fill) -> Path:
        """An SQLite file that `fill` has filled, to be read or copied."""
        if fill not in self._files:
            file = self.folder / f"{len(self._files)}.sqlite3"
            fill(f"sqlite:///{file}")
            self._files[fill] = file
        return self._files[fill]

    def close(self) -> None:
        """Leave nothing on the server."""
        if "_server" in vars(self):
            for name in self._originals.values():
                self._server.execute(text(f'DROP DATABASE "{name}"'))
            self._server.close()

    @cached_property
    def _server(self) -> Connection:
        assert POSTGRES
        return create_engine(POSTGRES, isolation_level="AUTOCOMMIT", poolclass=NullPool).connect()

    def _new(self) -> str:
        name = _some_name()
        self._server.execute(text(f'CREATE DATABASE "{name}"'))
        return name

    def _original(self, fill: Fill) -> str:
        if fill not in self._originals:
            name = self._new()
            fill(_address(name))
            self._originals[fill] = name
        return self._originals[fill]


def _some_name() -> str:
    return f"quizapp_test_{uuid.uuid4().hex}"


def _address(name: str) -> str:
    assert POSTGRES
    url = make_url(POSTGRES).set(database=name).update_query_dict({"options": UNHURRIED})
    return url.render_as_string(hide_password=False)
