"""Backing up, tried as an operator does it. What is in a backup is tried in tests/models/test_backups.py."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from quizapp.cli import main
from tests.program import refused
from tests.standing_clock import StandingClock


@pytest.fixture
def data(prepared: Path, tmp_path: Path) -> Path:
    """A data folder in which the program has been."""
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "quizapp.sqlite3").write_bytes(prepared.read_bytes())
    return folder


def test_a_backup_says_of_when_and_of_which_migration_it_is(data: Path, tmp_path: Path, clock: StandingClock) -> None:
    answer = CliRunner().invoke(main, ["backup", "--data", str(data), str(tmp_path / "monday.quizapp")])
    with closing(sqlite3.connect(data / "quizapp.sqlite3")) as database:
        migration = database.execute("SELECT version_num FROM alembic_version").fetchone()[0]
    assert answer.exit_code == 0, answer.output
    assert answer.output == f"{tmp_path}/monday.quizapp holds all of the database as of 2026-03-02 20:00:00 UTC (migration {migration}).\n"


def test_a_file_that_is_there_is_replaced_only_by_force(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "monday.quizapp"
    file.write_text("of last week")
    assert refused("backup", "--data", data, file) == f"{file} is there already: choose another name, or replace it with --force."
    assert file.read_text() == "of last week"
    assert CliRunner().invoke(main, ["backup", "--data", str(data), "--force", str(file)]).exit_code == 0
    assert file.read_bytes().startswith(b"\x1f\x8b")


def test_where_nothing_is_kept_nothing_is_made(tmp_path: Path) -> None:
    said = refused("backup", "--data", tmp_path / "nowhere", tmp_path / "monday.quizapp")
    assert said == f"There is no database in {tmp_path}/nowhere yet: nothing was backed up."
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_named(data: Path, tmp_path: Path) -> None:
    said = refused("backup", "--data", data, tmp_path / "nowhere" / "monday.quizapp")
    assert said == f"{tmp_path}/nowhere/monday.quizapp cannot be written (No such file or directory): nothing was backed up."


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_a_folder_in_place_of_a_file_is_told_as_such(data: Path, tmp_path: Path, force: list[str]) -> None:
    answer = CliRunner().invoke(main, ["backup", "--data", str(data), *force, str(tmp_path)])
    assert answer.exit_code == 1
    assert "is a folder: name a file in it" in answer.output


def test_a_damaged_database_is_no_backup_and_the_old_one_stays(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "monday.quizapp"
    file.write_text("of last week")
    whole = (data / "quizapp.sqlite3").read_bytes()
    (data / "quizapp.sqlite3").write_bytes(whole[:8192] + b"\0" * 8192 + whole[16384:])
    said = refused("backup", "--data", data, "--force", file)
    assert said == f"The database sqlite:///{data}/quizapp.sqlite3 is damaged: stop Quizapp, move the file away, and restore a backup."
    assert file.read_text() == "of last week"
