"""What the documents tell an operator to type is there."""

import json
import re
import shlex
from pathlib import Path

import click
import pytest
from flask.testing import FlaskClient

from quizapp.cli import main
from quizapp.settings import read_settings, shown

ROOT = Path(__file__).parents[1]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "quizapp/docs").glob("*.md"))]
COMMAND = re.compile(r"(?:^|\s|/bin/)quizapp ([a-z]+)\b(.*)$")
every_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)


def lines_of_code(document: Path) -> list[str]:
    blocks = re.findall(r"^```.*?\n(.*?)^```", document.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines()]


def commands_in(document: Path) -> list[tuple[str, str]]:
    spoken = re.findall(r"`(quizapp [a-z][^`]*)`", document.read_text(encoding="utf-8"))
    found = (COMMAND.search(line) for line in (*lines_of_code(document), *spoken))
    return [(command[1], command[2]) for command in found if command]


def settings_in(document: Path) -> set[str]:
    return set(re.findall(r"\bQUIZAPP_[A-Z_]+\b", document.read_text(encoding="utf-8")))


def of_tests() -> set[str]:
    """What tests read from the environment."""
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("*.py"))
    return set(re.findall(r"environ\.get\(\"(QUIZAPP_TEST_[A-Z_]+)\"", code))


@every_document
def test_every_command_in_a_document_is_there_with_its_options(document: Path) -> None:
    for name, arguments in commands_in(document):
        command = main.commands[name]
        if arguments.strip():
            command.make_parser(click.Context(command)).parse_args(shlex.split(arguments))


def test_the_documents_name_each_command_for_operators() -> None:
    named = {name for document in DOCUMENTS for name, _ in commands_in(document)}
    assert {"serve", "backup", "restore", "settings", "people"} <= named


@every_document
def test_every_setting_in_a_document_is_there(document: Path) -> None:
    assert settings_in(document) <= {setting.variable for setting in shown(read_settings({}))} | of_tests()


def test_the_readme_names_every_setting_of_the_tests() -> None:
    assert {"QUIZAPP_TEST_FORMS", "QUIZAPP_TEST_LONG"} <= of_tests() <= settings_in(ROOT / "README.md")


def test_what_cron_backs_up_is_what_is_served() -> None:
    [unit] = [line for line in lines_of_code(ROOT / "quizapp/docs/running.md") if "EnvironmentFile=" in line]
    [cron] = [line for line in lines_of_code(ROOT / "quizapp/docs/backup.md") if re.match(r"\d+ \d+ ", line)]
    assert f"--property={unit} " in cron
    assert "QUIZAPP_" not in cron


@every_document
def test_every_setting_that_a_document_gives_a_value_takes_it(document: Path) -> None:
    given = re.findall(r"\b(QUIZAPP_[A-Z_]+)=([^\s`]+)", document.read_text(encoding="utf-8"))
    for variable, value in given:
        read_settings({variable: value})


@every_document
def test_every_link_between_documents_leads_somewhere(document: Path) -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", document.read_text(encoding="utf-8"))
    for target in targets:
        assert "://" in target or (document.parent / target).exists(), target


def test_the_log_has_the_words_of_its_document(guest: FlaskClient, capsys: pytest.CaptureFixture[str]) -> None:
    told = [line for line in lines_of_code(ROOT / "quizapp/docs/running.md") if line.startswith("{")]
    capsys.readouterr()
    guest.get("/about")
    [line] = capsys.readouterr().err.splitlines()
    assert [list(json.loads(one)) for one in told] == [list(json.loads(line))]
