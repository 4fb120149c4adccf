"""What several commands are told in the same way."""

import os
from dataclasses import replace
from pathlib import Path

import click

from quizapp.settings import Settings, read_settings

data_option = click.option(
    "--data", type=click.Path(path_type=Path), help="The folder that keeps everything. Otherwise QUIZAPP_DATA, or one of your own."
)


def settings_with(data: Path | None) -> Settings:
    """The settings that the environment holds, with another data folder if one is named. Raises CannotStart."""
    settings = read_settings(os.environ)
    return replace(settings, data=data.expanduser().absolute()) if data else settings
