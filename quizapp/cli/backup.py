"""`quizapp backup`"""

from pathlib import Path

import click

from quizapp.clock import now
from quizapp.databases import database_of
from quizapp.errors import CannotStart
from quizapp.models.backups import NothingThere, back_up
from quizapp.options import data_option, settings_with


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Replace the file if there is one.")
@data_option
def command(file: Path, force: bool, data: Path | None) -> None:
    """Write all that the database holds into FILE, also while the pages are served.

    The secret key is not in it; nobody is signed in by it.
    """
    settings = settings_with(data)
    if file.is_dir():
        raise CannotStart(f"{file} is a folder: name a file in it, such as {file / 'monday.quizapp'}.")
    if file.exists() and not force:
        raise CannotStart(f"{file} is there already: choose another name, or replace it with --force.")
    try:
        with database_of(settings) as engine:
            origin = back_up(engine, file.absolute(), now())
    except NothingThere:
        raise CannotStart(f"There is no database in {settings.data} yet: nothing was backed up.") from None
    except OSError as error:
        raise CannotStart(f"{file} cannot be written ({error.strerror}): nothing was backed up.") from error
    click.echo(f"{file} holds all of the database as of {origin.made_at:%Y-%m-%d %H:%M:%S} UTC (migration {origin.migration}).")
