"""What is done before the first page: the tables of this program, the banks that it ships, and an end to what is kept for a day."""

from datetime import datetime

from flask import Flask

from quizapp.clock import now
from quizapp.databases import usable
from quizapp.letters import remove_other_days
from quizapp.models.migrations import migrate
from quizapp.models.transactions import begin_writing, changing
from quizapp.settings import Settings
from quizapp.shipped import shipped
from quizapp.usecases.publish_shipped_banks import publish_shipped_banks
from quizapp.usecases.throttling import forget_other_days
from quizapp.web.extensions import db


def prepare(app: Flask) -> Flask:
    """Migrate and publish. Doing it again changes nothing. Raises CannotStart."""
    banks, at = shipped(), now()
    settings: Settings = app.config["QUIZAPP"]
    with app.app_context():
        try:
            with usable(db.engine):
                migrate(db.engine)
                changing(db.session(), lambda: publish_shipped_banks(db.session(), banks, at))
                changing(db.session(), lambda: _forget(at))
            remove_other_days(settings.data, at)
        finally:
            db.session.remove()
            db.engine.dispose()
    return app


def _forget(at: datetime) -> None:
    begin_writing(db.session())
    forget_other_days(db.session(), at)
