from pathlib import Path
from types import SimpleNamespace

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError

from quizapp.models import migrations, readiness
from quizapp.models.engines import WRITING, keep_safely
from quizapp.models.migrations import take_back
from quizapp.models.readiness import what_is_not_ready
from quizapp.web.extensions import db

pytestmark = pytest.mark.every_database


def asked(guest: FlaskClient) -> tuple[int, str]:
    answer = guest.get("/readyz")
    assert answer.mimetype == "text/plain"
    return answer.status_code, answer.text


def test_a_program_that_can_do_its_work_is_ready(guest: FlaskClient) -> None:
    assert asked(guest) == (200, "ready\n")


def test_whoever_asks_again_has_no_migration_read(guest: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked(guest) == (200, "ready\n")
    monkeypatch.setattr(migrations, "ScriptDirectory", None)
    assert asked(guest) == (200, "ready\n")


def test_a_database_of_another_version_is_not_ready(app: Flask, guest: FlaskClient) -> None:
    with app.app_context():
        take_back(db.engine, "0003")
    assert asked(guest) == (503, "The database is of another version.\n")
    assert guest.get("/healthz").status_code == 200


def test_a_database_that_cannot_be_reached_is_not_ready(app: Flask, guest: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise OperationalError("SELECT secrets", {}, Exception("no route to postgresql://ann:hunter2@db"))

    with app.app_context():
        monkeypatch.setattr(db.engine.pool, "connect", fails)
    assert asked(guest) == (503, "The database cannot be written.\n")


def test_being_asked_changes_nothing(app: Flask, guest: FlaskClient) -> None:
    with app.app_context(), db.engine.connect() as connection:
        if connection.dialect.name != "sqlite":
            pytest.skip("PostgreSQL counts elsewhere.")
        before = connection.scalar(text("PRAGMA data_version"))
        connection.rollback()
        asked(guest)
        assert connection.scalar(text("PRAGMA data_version")) == before


def test_a_database_that_may_only_be_read_is_not_ready(prepared: Path, tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///file:{prepared}?mode=ro&uri=true")
    keep_safely(engine)
    assert list(what_is_not_ready(engine, tmp_path)) == ["The database cannot be written."]
    engine.dispose()


def test_a_database_that_somebody_keeps_to_themselves_is_busy(prepared: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    copy.write_bytes(prepared.read_bytes())
    engine, other = create_engine(f"sqlite:///{copy}"), create_engine(f"sqlite:///{copy}")
    keep_safely(engine, patience=0.05)
    keep_safely(other)
    with other.connect().execution_options(**WRITING) as connection, connection.begin():
        assert list(what_is_not_ready(engine, tmp_path)) == ["The database is busy."]
    assert list(what_is_not_ready(engine, tmp_path)) == []
    engine.dispose()
    other.dispose()


def test_a_disk_that_is_almost_full_is_not_ready(prepared: Path, tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{prepared}")
    keep_safely(engine)
    assert list(what_is_not_ready(engine, tmp_path, least_free=10**18)) == ["The disk is almost full."]
    engine.dispose()


def test_a_full_disk_beneath_the_database_is_not_ready_however_much_room_the_data_folder_has(
    prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rooms = {prepared.parent: 0, tmp_path: 10**12}
    monkeypatch.setattr(readiness, "disk_usage", lambda folder: SimpleNamespace(free=rooms[folder]))
    for address in (f"sqlite:///{prepared}", f"sqlite:///file:{prepared}?uri=true"):
        engine = create_engine(address)
        keep_safely(engine)
        assert list(what_is_not_ready(engine, tmp_path)) == ["The disk is almost full."]
        engine.dispose()


def test_a_data_folder_that_is_gone_is_not_ready(prepared: Path, tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{prepared}")
    keep_safely(engine)
    assert list(what_is_not_ready(engine, tmp_path / "gone")) == ["The data folder cannot be looked at."]
    engine.dispose()
