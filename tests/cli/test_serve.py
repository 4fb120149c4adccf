import socket
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import make_url

from tests.program import fetch, free_port, refused, served


def rows(data: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(data / "quizapp.sqlite3")) as database, database:
        return database.execute(query).fetchall()


def test_the_first_start_makes_all_that_is_needed_and_the_next_keeps_it(tmp_path: Path) -> None:
    data = tmp_path / "new" / "quiz"
    with served(data) as address:
        assert fetch(address)[0] == 200
        assert fetch(address + "healthz") == (200, "ok\n")
    key, banks = (data / "secret-key").read_text(), rows(data, "SELECT * FROM bank_revisions")
    assert banks
    with served(data) as address:
        assert fetch(address)[0] == 200
    assert (data / "secret-key").read_text() == key
    assert rows(data, "SELECT * FROM bank_revisions") == banks


def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        said = refused("serve", "--data", tmp_path, "--port", str(port))
    assert said == f"Nothing can listen on 127.0.0.1:{port} (Address already in use): choose another with --host or --port."
    assert list(tmp_path.iterdir()) == []


def test_a_port_that_another_quizapp_has_is_taken_too(tmp_path: Path) -> None:
    with served(tmp_path / "one") as address:
        port = make_url(address).port
        assert "Address already in use" in refused("serve", "--data", tmp_path / "two", "--port", str(port))


def test_a_data_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    said = refused("serve", "--data", tmp_path / "file" / "quiz", "--port", str(free_port()))
    assert said == f"The data folder {tmp_path}/file/quiz cannot be made (Not a directory): choose another with --data or QUIZAPP_DATA."


def test_a_data_folder_without_a_name_is_not_the_one_where_the_command_is_typed() -> None:
    assert refused("serve", "--data", "") == "--data names no folder: write one after it, or leave it out."


def test_a_database_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    with served(tmp_path):
        pass
    rows(tmp_path, "UPDATE alembic_version SET version_num = '9999'")
    assert "later version" in refused("serve", "--data", tmp_path, "--port", str(free_port()))
    assert rows(tmp_path, "SELECT version_num FROM alembic_version") == [("9999",)]


@pytest.mark.parametrize(
    "address", ["postgresql://ann:hunter2@127.0.0.1:1/quiz", "sqlite:////dev/null/quiz.sqlite3"], ids=["postgresql", "sqlite"]
)
def test_a_database_that_cannot_be_reached_is_named_without_its_password(tmp_path: Path, address: str) -> None:
    said = refused("serve", "--data", tmp_path, "--port", str(free_port()), QUIZAPP_DATABASE_URL=address)
    assert make_url(address).render_as_string().partition("://")[2] in said
    assert "hunter2" not in said
