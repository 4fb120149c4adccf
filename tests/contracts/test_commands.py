"""Every command, whichever there are."""

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from quizapp.cli import commands, main

TESTS = Path(__file__).parents[1] / "cli"


def every_command() -> list[click.Command]:
    return list(commands())


@pytest.mark.parametrize("command", every_command(), ids=lambda command: str(command.name))
def test_a_command_has_the_name_of_its_module_and_a_test(command: click.Command) -> None:
    assert command.callback
    assert command.callback.__module__ == f"quizapp.cli.{command.name}"
    assert (TESTS / f"test_{command.name}.py").is_file()


@pytest.mark.parametrize("command", every_command(), ids=lambda command: str(command.name))
def test_a_command_is_offered_and_explains_itself_and_its_options(command: click.Command) -> None:
    answer = CliRunner().invoke(main, [str(command.name), "--help"])
    assert answer.exit_code == 0
    assert command.help
    assert command.help.partition("\n")[0] in answer.output
    assert all(option.help for option in command.params if isinstance(option, click.Option))
    assert str(command.name) in CliRunner().invoke(main, ["--help"]).output
