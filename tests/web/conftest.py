from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_babel import Babel
from flask_login import LoginManager
from sqlalchemy import make_url

from quizapp.settings import Settings
from tests.databases import KINDS, Copies
from tests.standing_clock import StandingClock
from tests.web.arrivals import Names, at_home, came
from tests.web.browser import Browser
from tests.web.people import signs_up


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """What is marked so is tried on every database."""
    if "kind" in metafunc.fixturenames and metafunc.definition.get_closest_marker("every_database"):
        metafunc.parametrize("kind", KINDS)


@pytest.fixture
def kind() -> str:
    """SQLite alone where it is about words, markup and ways: the tests of queries/, usecases/, exports/ and models/ ask both databases
    what pages ask them. What a file or a test marks as for `every_database` goes through pages to each of them."""
    return "sqlite"


@pytest.fixture
def here(request: pytest.FixtureRequest) -> Names:
    """Who has signed up when the test begins: whom it asks for."""
    return tuple(name for name in ("student", "outsider") if name in request.fixturenames)


@pytest.fixture
def app(
    make_app: Callable[[Settings], Flask], settings: Settings, clock: StandingClock, copies: Copies, lays_a_database: None, here: Names
) -> Flask:
    """The program with the banks that it ships and whoever is here, ready for requests."""
    copies.lay(came(here), make_url(settings.database_url or ""))
    return make_app(settings)


@pytest.fixture
def visitor(guest: FlaskClient) -> Browser:
    """The browser of a guest."""
    return Browser(guest)


@pytest.fixture
def student(app: Flask, here: Names) -> Browser:
    """The browser of somebody who studies all there is."""
    return at_home(app, here, "student")


@pytest.fixture
def outsider(app: Flask, here: Names) -> Browser:
    """The browser of somebody else, who has an account and studies nothing."""
    return at_home(app, here, "outsider")


@pytest.fixture
def patient(app: Flask) -> Browser:
    """The browser of somebody who learns in plain words, and studies nothing yet."""
    return signs_up(Browser(app.test_client()), "robin", words="patient")


@pytest.fixture
def cast(visitor: Browser, student: Browser, outsider: Browser) -> dict[str, Browser]:
    """Everybody, by name."""
    return {"guest": visitor, "student": student, "outsider": outsider}


@pytest.fixture
def in_english() -> Iterator[None]:
    """A page that is shown to a guest in English, and no more of an app than that."""
    app = Flask("words")
    Babel(app)
    LoginManager(app).user_loader(lambda _: None)
    with app.test_request_context():
        yield
