"""Who is asking: the person of the session whose token stands in the cookie `sid`."""

from datetime import datetime

from flask import Request, current_app, g, request
from flask_login import current_user
from sqlalchemy import Row
from werkzeug.wrappers import Response

from quizapp.clock import now
from quizapp.models import Login, Person
from quizapp.queries.courses import teaches_anywhere
from quizapp.queries.signed_in import LONGEST, signed_in
from quizapp.usecases.note_seen import is_stale, note_seen
from quizapp.web.extensions import db, login
from quizapp.web.noting import PATIENCE, noted
from quizapp.web.visits import PATIENT_SIDE


def sid() -> str | None:
    """The token of the session, if the browser brought one."""
    return request.cookies.get(_name())


def keep_sid(response: Response, token: str, *, stays: bool) -> None:
    """Let the browser keep the token of a session that begins, until it is closed unless the session stays."""
    secure = current_app.config["SESSION_COOKIE_SECURE"]
    response.set_cookie(_name(), token, max_age=LONGEST if stays else None, secure=secure, httponly=True, samesite="Lax")


def forget_sid(response: Response) -> None:
    """Let the browser forget the token of a session that ended."""
    response.delete_cookie(_name(), secure=current_app.config["SESSION_COOKIE_SECURE"], httponly=True, samesite="Lax")


@login.request_loader  # type: ignore[untyped-decorator]
def person_of(_: Request) -> Person | None:
    """The person who is signed in, found once for each request, and noted as seen every ten minutes, but not on the patient side."""
    token = None if g.get("visitor_forgotten") else sid()
    at = now()
    asked = signed_in(token, at).add_columns(teaches_anywhere()) if token else None
    found: Row[tuple[Person, Login, bool]] | None = None if asked is None else db.session.execute(asked).one_or_none()
    if not token or not found:
        return None
    person: Person = found[0]
    g.teaches = found[2]
    if is_stale(found[1], at) and request.blueprint not in PATIENT_SIDE:
        _note_seen(token, at)
    return person


def teaches() -> bool:
    """Whether who is asking teaches in some course."""
    return current_user.is_authenticated and bool(g.get("teaches"))


def forget_visitor() -> None:
    """Take whoever asks for a guest from here on: nobody can be found while the database cannot be read."""
    db.session.rollback()
    g.visitor_forgotten = True
    g.pop("_login_user", None)  # where Flask-Login keeps whom it found


def _note_seen(token: str, at: datetime) -> None:
    noted(lambda: note_seen(db.session(), token, at, PATIENCE), "Somebody was seen, which could not be noted.")


def _name() -> str:
    """Browsers hold a `__Host-` cookie to https and to this very host."""
    return "__Host-sid" if current_app.config["SESSION_COOKIE_SECURE"] else "sid"
