"""Bringing a database to the tables of this program."""

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

_PACKAGE = Path(__file__).resolve().parents[1]


class NewerDatabase(Exception):
    """The database was written by a later version of the program."""


def migrations_folder() -> Path:
    """Where the migrations are: inside the installed package, or beside it in a checkout."""
    inside = _PACKAGE / "migrations"
    return inside if inside.is_dir() else _PACKAGE.parent / "migrations"


def migrate(engine: Engine, to: str = "head") -> None:
    """Bring the database up to this program, from nothing if need be. Refuses one that is newer."""
    refuse_newer(engine)
    command.upgrade(_config(engine), to)


def take_back(engine: Engine, to: str) -> None:
    """Bring the database back to an earlier revision."""
    command.downgrade(_config(engine), to)


def is_current(engine: Engine) -> bool:
    """Whether the database has just the tables of this program."""
    return _revisions(engine) == _heads(migrations_folder())


def revision_of(connection: Connection) -> str | None:
    """The migration that a database is at; None where it has no tables yet."""
    return MigrationContext.configure(connection).get_current_revision()


def refuse_newer(engine: Engine) -> None:
    """Raise NewerDatabase when the database knows a migration that this program does not."""
    known = {script.revision for script in _scripts(engine).walk_revisions()}
    if not _revisions(engine) <= known:
        raise NewerDatabase("This database was written by a later version of Quizapp. Install that version, or choose another data folder.")


def _revisions(engine: Engine) -> set[str]:
    with engine.connect() as connection:
        return set(MigrationContext.configure(connection).get_current_heads())


@cache
def _heads(folder: Path) -> frozenset[str]:
    """What the migrations in a folder lead to: read once, since whoever watches over us asks every few seconds."""
    return frozenset(ScriptDirectory(folder).get_heads())


def _scripts(engine: Engine) -> ScriptDirectory:
    return ScriptDirectory.from_config(_config(engine))


def _config(engine: Engine) -> Config:
    config = Config()
    config.set_main_option("script_location", str(migrations_folder()).replace("%", "%%"))
    config.attributes["engine"] = engine
    return config
