"""The command `questions`: check a bank, print its items, its facts, and what an editor should look at."""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

from questions.bank import shipped_banks
from questions.command import all_commands
from questions.knowledge import Knowledge
from questions.readers.toml_files import BankError, read_bank

READER_LEFT = 141  # what a shell makes of a process that wrote to a closed pipe


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives the exit status: 0, 1 where a bank has flaws, 2 where it cannot be found."""
    _print_the_same_bytes_everywhere()
    options = _parser().parse_args(arguments)
    try:
        status = _run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left to print at the end has somewhere to go
        return READER_LEFT
    return status


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="questions", description="Facts in, items out.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, (run, help, arguments) in all_commands().items():
        command = commands.add_parser(name, help=help, description=run.__doc__)
        command.add_argument("bank", metavar="BANK", help="the name of a shipped bank, or a folder")
        command.set_defaults(run=run)
        for argument in arguments:
            command.add_argument(argument.name, **argument.how)
    return parser


def _run(options: Namespace) -> int:
    folder = _folder(options.bank)
    if folder is None:
        names = ", ".join(path.name for path in shipped_banks())
        print(f"There is no bank “{options.bank}”. Name one of these, or a folder that holds a bank.toml: {names}", file=sys.stderr)
        return 2
    try:
        knowledge = Knowledge(read_bank(folder))
    except BankError as error:
        print(error)
        return 1
    return int(options.run(knowledge, folder, options))


def _folder(named: str) -> Path | None:
    shipped = {path.name: path for path in shipped_banks()}
    return shipped.get(named) or (Path(named) if (Path(named) / "bank.toml").is_file() else None)


def _print_the_same_bytes_everywhere() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", newline="\n")
