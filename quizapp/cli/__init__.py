"""The commands: each module here has a `command`, and is found by itself."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

import click

from quizapp.errors import CannotStart


class Program(click.Group):
    """Says in one sentence why it cannot start."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except CannotStart as error:
            raise click.ClickException(str(error)) from error


def commands() -> Iterator[click.Command]:
    """All commands, in the order of their names."""
    for name in sorted(module.name for module in iter_modules(__path__)):
        found = import_module(f"{__name__}.{name}").command
        assert isinstance(found, click.Command)
        yield found


@click.group(cls=Program)
@click.version_option(package_name="quizapp")
def main() -> None:
    """Learn the facts of a document, and keep them."""


for _command in commands():
    main.add_command(_command)
