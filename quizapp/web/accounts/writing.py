"""Writing the letter to somebody who has forgotten their password, in a thread of its own: nobody can tell from the answer's time."""

import sqlite3
from datetime import datetime
from threading import Thread
from urllib.parse import urlsplit

from flask import Flask, current_app, request, url_for
from flask_babel import force_locale
from sqlalchemy.exc import OperationalError

from quizapp.clock import now
from quizapp.letters import Letter, is_this_machine, put_aside, send
from quizapp.models import Person
from quizapp.models.engines import Busy
from quizapp.models.transactions import changing
from quizapp.queries.people import called
from quizapp.settings import Settings
from quizapp.usecases.make_reset_link import make_reset_link
from quizapp.usecases.names import name_key
from quizapp.web.extensions import db
from quizapp.web.wording import gettext as _

PLACE = "token-of-the-link"


def write_later(name: str) -> None:
    """Write to whoever has this name, if anybody has."""
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001 -- the documented way to hand an app to a thread
    Thread(target=_write, args=(app, name, _base() + url_for("accounts.link", token=PLACE)), name="letter").start()


def _base() -> str:
    """With what links begin. A host that the browser names is believed only if it is this machine: others could send people elsewhere."""
    settings: Settings = current_app.config["QUIZAPP"]
    if settings.address:
        return settings.address
    return request.host_url.rstrip("/") if is_this_machine(urlsplit(request.host_url).hostname or "") else ""


def _write(app: Flask, name: str, link: str) -> None:
    with app.app_context():
        try:
            person = db.session.scalar(called(name_key(name)))
            if person is not None:
                person_id, at = person.id, now()
                token = changing(db.session(), lambda: make_reset_link(db.session(), person_id, at))
                _deliver(_letter(person, link.replace(PLACE, token)), at)
        except (Busy, OperationalError, sqlite3.OperationalError):
            app.logger.warning("A letter was not written while the database could not be.")
        except Exception:  # nobody waits for this thread: what is not said here is said nowhere
            app.logger.exception("A letter could not be written.")


def _deliver(letter: Letter, at: datetime) -> None:
    settings: Settings = current_app.config["QUIZAPP"]
    if settings.mail_server and letter.to:
        try:
            send(letter, settings.mail_server, settings.sender, at)
        except Exception as error:  # whatever it was, the letter can still be handed over
            current_app.logger.warning("A letter was put aside, since it could not be sent: %s.", type(error).__name__)
        else:
            return
    put_aside(letter, settings.data, at)


def _letter(person: Person, link: str) -> Letter:
    with force_locale(person.language):
        lines = (
            _("Somebody asked for a new password for your account “%(name)s” at Quizapp.", name=person.name),
            _("If it was you, open this page within an hour. It works once."),
            link,
            _("If it was not you, do nothing: your password stays as it is."),
        )
        return Letter(person.id, person.email, _("A new password for Quizapp"), "\n\n".join(lines) + "\n")
