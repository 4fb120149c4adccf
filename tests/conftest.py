"""What tests stand on: databases (PostgreSQL too where QUIZAPP_TEST_POSTGRES names a server), a clock that stands still, the app."""

import os
import shutil
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import settings as examples
from sqlalchemy import Engine, create_engine, make_url, text
from sqlalchemy.orm import Session

from quizapp.app import create_app
from quizapp.clock import told_by
from quizapp.models import Base
from quizapp.models.engines import WRITING, keep_safely
from quizapp.preparing import prepare
from quizapp.settings import Settings, read_settings
from quizapp.web.extensions import db
from tests.standing_clock import StandingClock

examples.register_profile("quizapp", deadline=None)  # a shared machine may pause for longer than any example takes
examples.load_profile("quizapp")

POSTGRES = read_settings({"QUIZAPP_DATABASE_URL": os.environ.get("QUIZAPP_TEST_POSTGRES", "")}).database_url

BEGINNING = datetime(2026, 3, 2, 20, tzinfo=UTC)
KINDS = ["sqlite", "postgresql"] if POSTGRES else ["sqlite"]


@pytest.fixture(params=KINDS)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database of the test's own."""
    yield from _empty(request.param, tmp_path / "quizapp.sqlite3")


@pytest.fixture(params=KINDS)
def another_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A second one, of either kind."""
    yield from _empty(request.param, tmp_path / "another.sqlite3")


def _empty(kind: str, file: Path) -> Iterator[str]:
    if kind == "sqlite":
        yield f"sqlite:///{file}"
    else:
        yield from _schema_of_its_own()


def _schema_of_its_own() -> Iterator[str]:
    assert POSTGRES
    name = f"test_{uuid.uuid4().hex}"
    server = create_engine(POSTGRES, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"CREATE SCHEMA {name}"))
    yield make_url(POSTGRES).update_query_dict({"options": f"-csearch_path={name}"}).render_as_string(hide_password=False)
    with server.connect() as connection:
        connection.execute(text(f"DROP SCHEMA {name} CASCADE"))
    server.dispose()


@pytest.fixture
def empty_engine(database_url: str) -> Iterator[Engine]:
    """An engine on a database without tables."""
    engine = create_engine(database_url)
    keep_safely(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def engine(empty_engine: Engine) -> Engine:
    """An engine on a database with all tables, as the models have them."""
    with empty_engine.connect().execution_options(**WRITING) as connection, connection.begin():
        Base.metadata.create_all(connection)
    return empty_engine


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    """A session as the pages have it."""
    with Session(engine, expire_on_commit=False) as session:
        yield session


@pytest.fixture
def clock() -> Iterator[StandingClock]:
    """The clock of the program, which stands on a Monday at nine in the evening of Berlin until the test lets time pass."""
    clock = StandingClock(BEGINNING)
    with told_by(clock):
        yield clock


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    """Settings for a data folder and a database of the test's own."""
    return read_settings({"QUIZAPP_DATA": str(tmp_path / "data"), "QUIZAPP_DATABASE_URL": database_url})


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file as a first start leaves it: made once, and copied for each test."""
    data = tmp_path_factory.mktemp("prepared")
    with told_by(StandingClock(BEGINNING)):
        prepare(create_app(read_settings({"QUIZAPP_DATA": str(data)})))
    (file,) = data.glob("*.sqlite3")
    return file


@pytest.fixture
def make_app() -> Iterator[Callable[[Settings], Flask]]:
    """Makes the program as some settings have it, and closes its connections at the end."""
    with ExitStack() as at_the_end:

        def make(settings: Settings) -> Flask:
            app = create_app(settings)
            at_the_end.callback(_close, app)
            return app

        yield make


def _close(app: Flask) -> None:
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def app(make_app: Callable[[Settings], Flask], settings: Settings, clock: StandingClock, prepared: Path) -> Flask:
    """The program with the banks that it ships, ready for requests."""
    app = make_app(settings)
    address = make_url(settings.database_url or "")
    if address.database and address.get_backend_name() == "sqlite":
        shutil.copy(prepared, address.database)
        return app
    return prepare(app)


@pytest.fixture
def guest(app: Flask) -> FlaskClient:
    """The browser of somebody who has no account."""
    return app.test_client()
