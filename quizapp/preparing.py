"""What is done before the first page: the tables of this program, and the banks that it ships."""

from flask import Flask

from quizapp.clock import now
from quizapp.databases import usable
from quizapp.models.migrations import migrate
from quizapp.models.transactions import changing
from quizapp.shipped import shipped
from quizapp.usecases.publish_shipped_banks import publish_shipped_banks
from quizapp.web.extensions import db


def prepare(app: Flask) -> Flask:
    """Migrate and publish. Doing it again changes nothing. Raises CannotStart."""
    banks = shipped()
    with app.app_context():
        try:
            with usable(db.engine):
                migrate(db.engine)
                changing(db.session(), lambda: publish_shipped_banks(db.session(), banks, now()))
        finally:
            db.session.remove()
            db.engine.dispose()
    return app
