"""`quizapp settings`"""

import os

import click

from quizapp.settings import read_settings, shown


@click.command("settings")
def command() -> None:
    """List the settings, as the environment has them now."""
    for setting in shown(read_settings(os.environ)):
        click.echo(f"{setting.variable}={setting.value}\n    {setting.about}")
