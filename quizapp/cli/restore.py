"""`quizapp restore`"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import click
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from quizapp.clock import now
from quizapp.data_folder import make_data_folder
from quizapp.databases import database_of
from quizapp.errors import CannotStart
from quizapp.models.backups import put_back, unpacked
from quizapp.models.engines import keep_safely
from quizapp.models.migrations import NewerDatabase, migrate
from quizapp.models.packing import Broken
from quizapp.models.transactions import changing
from quizapp.options import data_option, settings_with
from quizapp.shipped import shipped
from quizapp.usecases.publish_shipped_banks import publish_shipped_banks


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path))
@data_option
def command(file: Path, data: Path | None) -> None:
    """Replace all that the database holds by what FILE holds.

    The pages may be served meanwhile. What was there before is kept as a backup in the data folder. Everybody has to sign in again.
    """
    settings, at = settings_with(data), now()
    make_data_folder(settings.data)
    aside = settings.data / f"replaced-{at:%Y%m%d-%H%M%S}.quizapp"
    with _in_words(file), unpacked(file, aside) as (copy, origin):
        _make_current(copy, file, at)
        with database_of(settings) as engine:
            held = put_back(copy, engine, aside, at)
    click.echo(f"The database is as it was on {origin.made_at:%Y-%m-%d at %H:%M:%S} UTC. Everybody has to sign in again.")
    if held:
        click.echo(f"What it held until now is in {aside}")


@contextmanager
def _in_words(file: Path) -> Iterator[None]:
    try:
        yield
    except Broken:
        raise CannotStart(f"{file} is damaged, or no backup of Quizapp: nothing was changed.") from None
    except OSError as error:
        raise CannotStart(f"{error.filename or file} cannot be used ({error.strerror}): nothing was changed.") from error


def _make_current(copy: Path, file: Path, at: datetime) -> None:
    """Bring an unpacked backup up to this program, as its start would."""
    engine = create_engine(f"sqlite:///{copy}")
    keep_safely(engine)
    try:
        migrate(engine)
        with Session(engine) as session:
            changing(session, lambda: publish_shipped_banks(session, shipped(), at))
    except NewerDatabase:
        raise CannotStart(f"{file} was written by a later version of Quizapp: install that version. Nothing was changed.") from None
    finally:
        engine.dispose()
