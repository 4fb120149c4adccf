import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.web.browser import Browser
from tests.web.people import signs_up, starts_everything


@pytest.fixture
def visitor(guest: FlaskClient) -> Browser:
    """The browser of a guest."""
    return Browser(guest)


@pytest.fixture
def student(app: Flask) -> Browser:
    """The browser of somebody who studies all there is."""
    return starts_everything(signs_up(Browser(app.test_client()), "student"))


@pytest.fixture
def outsider(app: Flask) -> Browser:
    """The browser of somebody else, who has an account and studies nothing."""
    return signs_up(Browser(app.test_client()), "outsider")


@pytest.fixture
def cast(visitor: Browser, student: Browser, outsider: Browser) -> dict[str, Browser]:
    """Everybody, by name."""
    return {"guest": visitor, "student": student, "outsider": outsider}
