"""`quizapp demo`"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from sqlalchemy.orm import Session

from quizapp.app import create_app
from quizapp.clock import now
from quizapp.data_folder import kept_key, make_data_folder
from quizapp.databases import database_of
from quizapp.demo.filling import demonstration, fill
from quizapp.demo.stages import CROWD
from quizapp.demonstration import demonstration_in, mark
from quizapp.errors import CannotStart
from quizapp.models.transactions import changing
from quizapp.options import Folder
from quizapp.preparing import prepare
from quizapp.serving import refuse_taken, serve
from quizapp.settings import Settings, read_settings


@click.command("demo")
@click.option(
    "--data",
    type=Folder(),
    help="A folder that keeps the demonstration: filled the first time, and served as it is from then on. "
    "Otherwise a temporary one: filled afresh, and gone at the end.",
)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=5000, show_default=True, type=click.IntRange(1, 65535), help="The port to listen on.")
@click.option(
    "--learners",
    default=CROWD,
    show_default=True,
    type=click.IntRange(1, 200),
    help="How many learners each of the two sections of the course has. Fewer are ready sooner: forty take about a minute.",
)
def command(data: Path | None, host: str, port: int, learners: int) -> None:
    """Serve a copy with made-up people and weeks of answers, to look around.

    It touches nothing that is real: neither the data folder nor the database nor the mail server of the settings.
    """
    real = read_settings(os.environ)
    refuse_taken(host, port)
    with _folder(data, real.data) as folder:
        settings = replace(real, data=folder, database_url=None, secret_key=None, mail_server=None, https=False, proxy_hops=0)
        _fill(settings, learners)
        serve(settings, host, port, 1, lambda: _say(f"http://{host}:{port}/", folder))


@contextmanager
def _folder(named: Path | None, real: Path) -> Iterator[Path]:
    """A folder for the demonstration alone. Raises CannotStart where another has what is real, or may have."""
    if named is None:
        with TemporaryDirectory(prefix="quizapp-demo-") as temporary:
            yield Path(temporary)
        return
    folder = named.expanduser().absolute()
    if folder.resolve() == real.resolve():
        raise CannotStart(f"{folder} is where Quizapp keeps what is real: choose another folder with --data.")
    make_data_folder(folder)
    if any(folder.iterdir()) and not demonstration_in(folder):
        raise CannotStart(f"{folder} holds something that is no demonstration: choose another folder with --data.")
    yield folder


def _fill(settings: Settings, learners: int) -> None:
    if not demonstration_in(settings.data):
        mark(settings.data, demonstration())
    prepare(create_app(settings))
    with database_of(settings) as engine, Session(engine, expire_on_commit=False) as session:
        click.echo("Making up people and what they answered, unless that was done before …")
        changing(session, lambda: fill(session, kept_key(settings.data), now(), crowd=learners))


def _say(address: str, folder: Path) -> None:
    held = demonstration_in(folder)
    assert held
    click.echo(f"The demonstration is at {address} and keeps its data in {folder}")
    for name, about in held.people.items():
        click.echo(f"  {name}: {about}")
    click.echo(f"The password of everybody is: {held.password}")
