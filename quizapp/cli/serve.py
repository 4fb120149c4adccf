"""`quizapp serve`"""

import os
from pathlib import Path

import click

from quizapp.app import create_app
from quizapp.options import data_option, settings_with
from quizapp.preparing import prepare
from quizapp.serving import refuse_taken, serve


@click.command("serve")
@data_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=5000, show_default=True, type=click.IntRange(1, 65535), help="The port to listen on.")
@click.option("--workers", type=click.IntRange(1, 1024), help="How many processes answer. Otherwise one for each core.")
def command(data: Path | None, host: str, port: int, workers: int | None) -> None:
    """Prepare the data folder and its database, then serve the pages."""
    settings = settings_with(data)
    refuse_taken(host, port)
    prepare(create_app(settings))
    serve(
        settings,
        host,
        port,
        workers or _cores(),
        lambda: click.echo(f"Quizapp is at {_address(host, port)} and keeps its data in {settings.data}"),
    )


def _cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _address(host: str, port: int) -> str:
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
