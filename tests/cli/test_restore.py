"""Restoring, tried as an operator does it. What comes back is tried in tests/models/test_backups.py."""

import gzip
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine
from sqlalchemy.orm import Session

from quizapp.models.backups import put_back, unpacked
from quizapp.models.engines import keep_safely
from quizapp.models.migrations import migrate
from tests.learner import signs_up
from tests.people_who_learned import learn, queues, rows
from tests.program import QUIZAPP, fetch, quizapp, refused, served


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def engine(database_url: str, data: Path) -> Iterator[Engine]:
    """The database of a data folder, or the one that is set, in which people have learned."""
    data.mkdir()
    engine = create_engine(database_url if database_url.startswith("postgresql") else f"sqlite:///{data / 'quizapp.sqlite3'}")
    keep_safely(engine)
    migrate(engine)
    with Session(engine, expire_on_commit=False) as session:
        learn(session)
    yield engine
    engine.dispose()


@pytest.fixture
def setting(database_url: str) -> dict[str, str]:
    """What must be set for that database."""
    return {"QUIZAPP_DATABASE_URL": database_url} if database_url.startswith("postgresql") else {}


def test_restoring_while_the_pages_are_served_brings_back_the_same_queues(
    engine: Engine, data: Path, setting: dict[str, str], tmp_path: Path
) -> None:
    file = tmp_path / "monday.quizapp"
    with served(data, QUIZAPP, None, **setting) as address:
        quizapp("backup", "--data", data, file, **setting)
        before, asked = rows(engine), queues(engine)
        with Session(engine, expire_on_commit=False) as session:
            signs_up(session, "newcomer")
        said = quizapp("restore", "--data", data, file, **setting)
        assert fetch(address + "library")[0] == 200
        assert rows(engine) == before
        assert queues(engine) == asked
        with Session(engine, expire_on_commit=False) as session:
            signs_up(session, "newcomer")
    assert "Everybody has to sign in again." in said
    [aside] = data.glob("replaced-*.quizapp")
    assert f"What it held until now is in {aside}\n" in said


def test_restoring_into_an_empty_folder_while_nothing_runs_makes_the_same_database(
    engine: Engine, data: Path, setting: dict[str, str], tmp_path: Path
) -> None:
    file, elsewhere = tmp_path / "monday.quizapp", tmp_path / "elsewhere"
    quizapp("backup", "--data", data, file, **setting)
    said = quizapp("restore", "--data", elsewhere, file)
    other = create_engine(f"sqlite:///{elsewhere / 'quizapp.sqlite3'}")
    assert rows(other) == rows(engine)
    assert queues(other) == queues(engine)
    other.dispose()
    assert "until now" not in said
    with served(elsewhere) as address:
        assert fetch(address)[0] == 200


def test_while_a_restore_makes_a_file_nobody_else_may_read_it(data: Path, prepared: Path, tmp_path: Path) -> None:
    """Made beside other things, in a folder that is open to others: its own rights are all that closes it."""
    data.mkdir()
    (data / "quizapp.sqlite3").write_bytes(prepared.read_bytes())
    quizapp("backup", "--data", data, tmp_path / "monday.quizapp")
    engine = create_engine(f"sqlite:///{tmp_path / 'elsewhere.sqlite3'}")
    keep_safely(engine)
    before = os.umask(0)
    try:
        with unpacked(tmp_path / "monday.quizapp", tmp_path / "aside") as (copy, _origin):
            put_back(copy, engine, tmp_path / "aside", datetime(2026, 3, 2, tzinfo=UTC))
            written = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.glob("elsewhere.sqlite3*")}
    finally:
        os.umask(before)
        engine.dispose()
    assert set(written.values()) == {0o600}, written
    assert {"elsewhere.sqlite3", "elsewhere.sqlite3-wal"} <= set(written)


def test_a_backup_of_a_later_version_is_refused_and_nothing_changes(
    engine: Engine, data: Path, setting: dict[str, str], tmp_path: Path
) -> None:
    file, before = tmp_path / "monday.quizapp", rows(engine)
    quizapp("backup", "--data", data, file, **setting)
    _change(file, tmp_path, "UPDATE alembic_version SET version_num = '9999'")
    said = refused("restore", "--data", data, file, **setting)
    assert said == f"{file} was written by a later version of Quizapp: install that version. Nothing was changed."
    assert rows(engine) == before


def test_a_file_that_is_no_backup_is_refused_and_nothing_changes(
    engine: Engine, data: Path, setting: dict[str, str], tmp_path: Path
) -> None:
    file, before = tmp_path / "diary", rows(engine)
    file.write_text("Dear diary")
    assert refused("restore", "--data", data, file, **setting) == f"{file} is damaged, or no backup of Quizapp: nothing was changed."
    assert rows(engine) == before
    said = refused("restore", "--data", data, tmp_path / "nowhere", **setting)
    assert said == f"{tmp_path}/nowhere cannot be used (No such file or directory): nothing was changed."


def test_a_damaged_database_is_not_written_over(data: Path, prepared: Path, tmp_path: Path) -> None:
    file = tmp_path / "monday.quizapp"
    data.mkdir()
    (data / "quizapp.sqlite3").write_bytes(prepared.read_bytes())
    quizapp("backup", "--data", data, file)
    whole = prepared.read_bytes()
    (data / "quizapp.sqlite3").write_bytes(whole[:8192] + b"\0" * 8192 + whole[16384:])
    assert "is damaged: stop Quizapp, move the file away, and restore a backup." in refused("restore", "--data", data, file)
    (data / "quizapp.sqlite3").unlink()
    quizapp("restore", "--data", data, file)


def _change(file: Path, folder: Path, statement: str) -> None:
    plain = folder / "plain.sqlite3"
    plain.write_bytes(gzip.decompress(file.read_bytes()))
    with closing(sqlite3.connect(plain)) as database, database:
        database.execute(statement)
    file.write_bytes(gzip.compress(plain.read_bytes()))
