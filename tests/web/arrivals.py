"""People who signed up before a test begins: once for all tests, through the pages, into a database that is then copied."""

from functools import cache
from tempfile import TemporaryDirectory

from flask import Flask
from sqlalchemy import make_url

from quizapp.app import create_app
from quizapp.clock import told_by
from quizapp.settings import read_settings
from quizapp.web.extensions import db
from tests.conftest import BEGINNING, first_start
from tests.databases import Fill, upon
from tests.standing_clock import StandingClock
from tests.web.browser import Browser
from tests.web.people import signs_up, starts_everything

Names = tuple[str, ...]
_SIDS: dict[tuple[Names, str, str], str] = {}  # of whom came together, on which kind of database, and whose it is


@cache
def came(names: Names) -> Fill:
    """A first start, after which these signed up; a student studies all there is, others nothing."""

    @upon(first_start)
    def fill(url: str) -> None:
        with TemporaryDirectory() as data, told_by(StandingClock(BEGINNING)):
            app = create_app(read_settings({"QUIZAPP_DATA": data, "QUIZAPP_DATABASE_URL": url}))
            for name in names:
                _SIDS[names, _kind(url), name] = _arrives(app, name)
            with app.app_context():
                db.engine.dispose()

    return fill


def at_home(app: Flask, names: Names, name: str) -> Browser:
    """The browser in which one of them is signed in."""
    browser = Browser(app.test_client())
    browser.client.set_cookie("sid", _SIDS[names, _kind(app.config["SQLALCHEMY_DATABASE_URI"]), name])
    return browser


def _arrives(app: Flask, name: str) -> str:
    browser = signs_up(Browser(app.test_client()), name)
    if name == "student":
        starts_everything(browser)
    cookie = browser.client.get_cookie("sid")
    assert cookie
    return cookie.value


def _kind(url: str) -> str:
    return make_url(url).get_backend_name()
