"""What a command of `questions` is, and the registry in which it is found."""

from argparse import ArgumentTypeError, Namespace
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from questions.knowledge import Knowledge
from questions.registry import import_all

Run = Callable[[Knowledge, Path, Namespace], int]
"""Runs on a sound bank and its folder, with what else was said; gives the exit status."""


class Argument(NamedTuple):
    """What can be said behind a command: its name, and how it is read."""

    name: str
    how: Mapping[str, Any]


class Command(NamedTuple):
    """A command by what it does: in the list of all, and by itself in the sentence of its function."""

    run: Run
    help: str
    arguments: tuple[Argument, ...]


COMMANDS: dict[str, Command] = {}


def command(help: str, *arguments: Argument) -> Callable[[Run], Run]:
    """Register a command under the name of its function."""

    def register(run: Run) -> Run:
        COMMANDS[run.__name__] = Command(run, help, arguments)
        return run

    return register


@cache
def all_commands() -> dict[str, Command]:
    """Every command, by name."""
    import_all("questions.commands")
    return dict(sorted(COMMANDS.items()))


def count(text: str) -> int:
    """A number of items, 1 or more. Raises ArgumentTypeError with what to write."""
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"“{text}” is not a number of items; write 1 or more")
    return int(text)


SEED = Argument("--seed", {"default": "1", "metavar": "S", "help": "where chance begins (1)"})
VARIANTS = Argument("--variants", {"type": count, "default": 20, "metavar": "N", "help": "items of each objective (20)"})
