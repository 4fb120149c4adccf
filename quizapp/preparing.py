"""What is done before the first page: the tables of this program, and the banks that it ships."""

from functools import partial

from flask import Flask
from sqlalchemy.exc import OperationalError

from questions.bank import shipped_banks
from questions.readers.toml_files import read_bank
from quizapp.clock import now
from quizapp.errors import CannotStart
from quizapp.models.engines import Busy
from quizapp.models.migrations import NewerDatabase, migrate
from quizapp.models.transactions import changing
from quizapp.usecases.publish_bank import publish_bank
from quizapp.web.extensions import db


def prepare(app: Flask) -> Flask:
    """Migrate and publish. Doing it again changes nothing. Raises CannotStart."""
    with app.app_context():
        try:
            migrate(db.engine)
            publish_shipped_banks()
        except NewerDatabase as error:
            raise CannotStart(str(error)) from error
        except Busy as error:
            raise CannotStart("Another program keeps the database busy: stop it, or wait, and start again.") from error
        except OperationalError as error:
            where = db.engine.url.render_as_string()
            raise CannotStart(
                f"The database {where} cannot be used ({_first_line(error)}): set QUIZAPP_DATABASE_URL or QUIZAPP_DATA right."
            ) from error
        finally:
            db.session.remove()
            db.engine.dispose()
    return app


def publish_shipped_banks() -> None:
    """Lay the banks that travel with the program into the database."""
    for folder in shipped_banks():
        changing(db.session(), partial(publish_bank, db.session(), read_bank(folder), now()))


def _first_line(error: OperationalError) -> str:
    return str(error.orig).strip().partition("\n")[0]
