"""Whether a database can be used, for whoever watches over the program."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from shutil import disk_usage

from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from quizapp.models.engines import WRITING, Busy
from quizapp.models.migrations import is_current

LEAST_FREE = 64 * 1024 * 1024


def what_is_not_ready(engine: Engine, data: Path, least_free: int = LEAST_FREE) -> Iterator[str]:
    """What keeps the program from doing its work, in a few words each that tell no secret. `least_free` is in bytes."""
    try:
        if min(disk_usage(folder).free for folder in _written_to(engine, data)) < least_free:
            yield "The disk is almost full."
    except OSError:
        yield "The data folder cannot be looked at."
    try:
        if is_current(engine):
            _write_nothing(engine)
        else:
            yield "The database is of another version."
    except Busy:
        yield "The database is busy."
    except (DBAPIError, sqlite3.Error):
        yield "The database cannot be written."


def _written_to(engine: Engine, data: Path) -> Iterator[Path]:
    """The folders that have to have room: the file of a database may lie on another disk than the data folder."""
    yield data
    if engine.dialect.name == "sqlite" and engine.url.database:
        beside = Path(engine.url.database.removeprefix("file:")).parent
        if beside.exists():
            yield beside


def _write_nothing(engine: Engine) -> None:
    """Change a row and take it back: to begin would not do, since a file that may only be read lets a write begin."""
    with engine.connect().execution_options(**WRITING) as connection, connection.begin() as change:
        connection.execute(text("UPDATE alembic_version SET version_num = version_num"))
        change.rollback()
