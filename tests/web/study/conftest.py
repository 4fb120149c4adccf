from collections.abc import Iterator

import pytest
from flask import Flask
from flask_babel import Babel


@pytest.fixture
def in_english() -> Iterator[None]:
    """A page that is shown in English, and no more of an app than that."""
    app = Flask("words")
    Babel(app)
    with app.test_request_context():
        yield
