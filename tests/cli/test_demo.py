import signal
import sqlite3
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from quizapp.app import create_app
from quizapp.clock import now
from quizapp.data_folder import kept_key
from quizapp.databases import database_of
from quizapp.demo.filling import fill
from quizapp.demo.scenes import scenes
from quizapp.demo.stages import PASSWORD
from quizapp.demonstration import Demonstration, mark
from quizapp.models.transactions import changing
from quizapp.preparing import prepare
from quizapp.settings import read_settings
from tests.program import OURS, QUIZAPP, fetch, free_port, refused, wait_for


@contextmanager
def shown(*options: str | Path, **environment: str) -> Iterator[tuple[str, list[str]]]:
    """The address of a demonstration meanwhile; what it said is there at the end."""
    port, said = free_port(), list[str]()
    command = [QUIZAPP, "demo", "--learners", "1", "--port", str(port), *options]
    with subprocess.Popen(command, env=OURS | environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        try:
            wait_for(f"http://127.0.0.1:{port}/healthz", process, seconds=180)
            yield f"http://127.0.0.1:{port}/", said
        finally:
            process.send_signal(signal.SIGTERM)
            said += process.communicate(timeout=20)[0].splitlines()
    assert process.returncode == 0, said


def headers_of(address: str) -> list[str]:
    with urllib.request.urlopen(address, timeout=20) as answer:
        return list(answer.headers)


def names(folder: Path) -> list[tuple[str]]:
    with closing(sqlite3.connect(folder / "quizapp.sqlite3")) as database:
        return database.execute("SELECT name FROM people ORDER BY id").fetchall()


def test_it_fills_a_folder_of_its_own_says_so_on_every_page_and_leaves_nothing_behind(tmp_path: Path) -> None:
    real = tmp_path / "real"
    with shown(TMPDIR=str(tmp_path), QUIZAPP_DATA=str(real)) as (address, said):
        (folder,) = tmp_path.glob("quizapp-demo-*")
        assert {("nadia",), ("helen",)} <= set(names(folder))
        for path in ("", "sign-in", "about", "library"):
            page = fetch(address + path)[1]
            assert "A demonstration: everybody here is made up." in page
            assert "calm river lantern" in page
    assert f"The demonstration is at {address} and keeps its data in {folder}" in said
    assert any(line.startswith("  nadia: ") for line in said)
    assert not list(tmp_path.iterdir())


def test_a_folder_with_a_demonstration_is_served_as_it_is(tmp_path: Path) -> None:
    mark(tmp_path, Demonstration({"tomas": "somebody new"}, PASSWORD))
    settings = read_settings({"QUIZAPP_DATA": str(tmp_path)})
    prepare(create_app(settings))
    with database_of(settings) as engine, Session(engine) as session:
        changing(session, lambda: fill(session, kept_key(tmp_path), now(), [scene for scene in scenes() if scene.name == "new"]))
    with shown("--data", tmp_path, QUIZAPP_DATABASE_URL="postgresql://nobody@127.0.0.1:1/real", QUIZAPP_HTTPS="1") as (address, said):
        assert "Strict-Transport-Security" not in headers_of(address)
        assert "Sign in as tomas" in fetch(address)[1]
    assert "  tomas: somebody new" in said
    assert names(tmp_path) == [("tomas",)]


@pytest.mark.parametrize("file", ["quizapp.sqlite3", "notes.txt"])
def test_a_folder_that_holds_anything_else_is_refused_and_left_alone(tmp_path: Path, file: str) -> None:
    (tmp_path / file).write_text("real")
    said = refused("demo", "--data", tmp_path, "--port", str(free_port()))
    assert said == f"{tmp_path} holds something that is no demonstration: choose another folder with --data."
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [(file, "real")]


def test_the_folder_of_what_is_real_is_refused_even_before_anything_is_there(tmp_path: Path) -> None:
    real = tmp_path / "real"
    said = refused("demo", "--data", real, "--port", str(free_port()), QUIZAPP_DATA=str(real))
    assert said == f"{real} is where Quizapp keeps what is real: choose another folder with --data."
    assert not real.exists()
