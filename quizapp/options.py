"""What several commands are told in the same way."""

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from quizapp.errors import CannotStart
from quizapp.settings import Settings, read_settings


class Folder(click.Path):
    """A folder. One without a name would be the one in which the command was typed, which nobody means."""

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value == "":
            raise CannotStart("--data names no folder: write one after it, or leave it out.")
        return super().convert(value, param, ctx)


data_option = click.option("--data", type=Folder(), help="The folder that keeps everything. Otherwise QUIZAPP_DATA, or one of your own.")


def settings_with(data: Path | None) -> Settings:
    """The settings that the environment holds, with another data folder if one is named. Raises CannotStart."""
    settings = read_settings(os.environ)
    return replace(settings, data=data.expanduser().absolute()) if data else settings
