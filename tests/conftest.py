"""What tests stand on: databases (PostgreSQL too where QUIZAPP_TEST_POSTGRES names a server), a clock that stands still, the app."""

import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import settings as examples
from jinja2 import BytecodeCache, FileSystemBytecodeCache
from sqlalchemy import Engine, create_engine, make_url
from sqlalchemy.orm import Session

from quizapp.app import create_app
from quizapp.clock import told_by
from quizapp.models.engines import keep_safely
from quizapp.preparing import prepare
from quizapp.settings import Settings, read_settings
from quizapp.web.extensions import db
from tests.databases import KINDS, Copies, Fill
from tests.known_routes import KnownRoute
from tests.lighter import FULL_COST, hashing_with, share_compiled_statements
from tests.memory_disk import write_in_memory
from tests.standing_clock import StandingClock
from tests.tables import tables

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # or every program that a test starts would compile all of ours
sys.dont_write_bytecode = False
gc.set_threshold(
    100_000, 50, 100
)  # banks and pages make much that stays: to look through it as often as usual is an eighth of all the time
write_in_memory()
examples.register_profile("quizapp", deadline=None)  # a shared machine may pause for longer than any example takes
examples.load_profile("quizapp")
Flask.url_rule_class = KnownRoute
share_compiled_statements()

BEGINNING = datetime(2026, 3, 2, 20, tzinfo=UTC)


@pytest.fixture(scope="session", autouse=True)
def little_cost() -> Iterator[None]:
    """Passwords are hashed at a cost that nobody notices, but for where a test asks for the full one."""
    with hashing_with(PasswordHasher(time_cost=1, memory_cost=16, parallelism=1)):
        yield


@pytest.fixture
def full_cost() -> Iterator[None]:
    """Passwords are hashed as the program does it."""
    with hashing_with(FULL_COST):
        yield


@pytest.fixture(scope="session")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Copies]:
    """Databases that are filled once and copied for each test."""
    copies = Copies(tmp_path_factory.mktemp("copies"))
    yield copies
    copies.close()


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    """Which database a test has: one after the other. A room where it hardly matters has its own."""
    return str(request.param)


@pytest.fixture
def database_url(request: pytest.FixtureRequest, kind: str, copies: Copies, tmp_path: Path) -> Iterator[str]:
    """An empty database of the test's own."""
    with copies.empty(kind, tmp_path / "quizapp.sqlite3", "lays_a_database" in request.fixturenames) as url:
        yield url


@pytest.fixture(params=KINDS)
def another_database_url(request: pytest.FixtureRequest, copies: Copies, tmp_path: Path) -> Iterator[str]:
    """A second one, of either kind."""
    with copies.empty(request.param, tmp_path / "another.sqlite3") as url:
        yield url


@pytest.fixture
def lays_a_database() -> None:
    """Asked for by what lays a filled database where the empty one would be, so that none is made in vain."""


@pytest.fixture
def empty_engine(database_url: str) -> Iterator[Engine]:
    """An engine on a database without tables."""
    engine = create_engine(database_url)
    keep_safely(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def filling() -> Fill:
    """What fills the database of a test: all tables, as the models have them, and nothing in them."""
    return tables


@pytest.fixture
def engine(empty_engine: Engine, copies: Copies, lays_a_database: None, filling: Fill) -> Engine:
    """An engine on a database that is filled as far as it goes for all tests."""
    copies.lay(filling, empty_engine.url)
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
def prepared(copies: Copies) -> Path:
    """A database file as a first start leaves it, to be read or copied."""
    return copies.file(first_start)


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> BytecodeCache:
    """What templates were compiled to, for all programs of a run."""
    return FileSystemBytecodeCache(str(tmp_path_factory.mktemp("compiled")))


@pytest.fixture
def make_app(compiled: BytecodeCache) -> Iterator[Callable[[Settings], Flask]]:
    """Makes the program as some settings have it, and closes its connections at the end."""
    with ExitStack() as at_the_end:

        def make(settings: Settings) -> Flask:
            app = create_app(settings)
            app.jinja_env.bytecode_cache = compiled
            at_the_end.callback(_close, app)
            return app

        yield make


def _close(app: Flask) -> None:
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def app(make_app: Callable[[Settings], Flask], settings: Settings, clock: StandingClock, copies: Copies, lays_a_database: None) -> Flask:
    """The program with the banks that it ships, ready for requests."""
    copies.lay(first_start, make_url(settings.database_url or ""))
    return make_app(settings)


def first_start(url: str) -> None:
    """Leave a database as a first start does."""
    with TemporaryDirectory() as data, told_by(StandingClock(BEGINNING)):
        _close(prepare(create_app(read_settings({"QUIZAPP_DATA": data, "QUIZAPP_DATABASE_URL": url}))))


@pytest.fixture
def guest(app: Flask) -> FlaskClient:
    """The browser of somebody who has no account."""
    return app.test_client()
