"""The database of the settings, for commands that show no pages, and words for why it cannot be used."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, create_engine
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.orm import Session

from quizapp.data_folder import close_database
from quizapp.errors import CannotStart
from quizapp.models.engines import Busy, keep_safely
from quizapp.models.migrations import NewerDatabase, is_current
from quizapp.models.packing import Broken
from quizapp.settings import Settings, as_shown

HIDDEN = {"hide_parameters": True}  # what people typed would stand in the messages of errors


@contextmanager
def database_of(settings: Settings) -> Iterator[Engine]:
    """The engine of the settings, meanwhile. Raises CannotStart when the database cannot be used."""
    engine = create_engine(settings.database, **HIDDEN)
    keep_safely(engine)
    try:
        with usable(engine):
            yield engine
    finally:
        engine.dispose()


@contextmanager
def session_of(settings: Settings) -> Iterator[Session]:
    """A session on a database that is there and of this version. Raises CannotStart."""
    if not settings.database_url and not (settings.data / "quizapp.sqlite3").exists():
        raise CannotStart(f"There is no database in {settings.data} yet: start `quizapp serve` once, or choose another folder with --data.")
    with database_of(settings) as engine:
        if not is_current(engine):
            raise CannotStart("The database is not that of this version: start `quizapp serve` once.")
        with Session(engine) as session:
            yield session


@contextmanager
def usable(engine: Engine) -> Iterator[None]:
    """Say in one sentence why a database cannot be used, and close its file to others. Raises CannotStart."""
    where = as_shown(engine.url)
    close_database(engine.url)
    try:
        yield
        close_database(engine.url)  # it may have been made just now
    except NewerDatabase as error:
        raise CannotStart(str(error)) from error
    except Busy as error:
        raise CannotStart("Another program keeps the database busy: stop it, or wait, and start again.") from error
    except Broken as error:
        raise CannotStart(_damaged(where)) from error
    except (DBAPIError, sqlite3.DatabaseError) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        if type(cause) is sqlite3.DatabaseError:
            raise CannotStart(_damaged(where)) from error
        if not isinstance(error, OperationalError | sqlite3.OperationalError):
            raise
        why = str(cause).strip().partition("\n")[0]
        raise CannotStart(f"The database {where} cannot be used ({why}): set QUIZAPP_DATABASE_URL or QUIZAPP_DATA right.") from error


def _damaged(where: str) -> str:
    return f"The database {where} is damaged: stop Quizapp, move the file away, and restore a backup."
