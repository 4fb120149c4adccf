"""The private address of one's calendar: to be made, seen, renewed and taken away."""

from hmac import compare_digest

from flask import current_app, flash, redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from quizapp.clock import now
from quizapp.models import Calendar
from quizapp.models.tokens import derived_token, read_token
from quizapp.models.transactions import changing
from quizapp.queries.calendars import own_calendar
from quizapp.settings import Settings
from quizapp.usecases.make_calendar import make_calendar
from quizapp.usecases.remove_calendar import remove_calendar
from quizapp.web.calendars.blueprint import bp
from quizapp.web.extensions import db
from quizapp.web.roles import signed_in
from quizapp.web.wording import gettext as _


@bp.get("/calendar", endpoint="calendar")
@signed_in
def show() -> str:
    """The address, if there is one."""
    found = db.session.scalar(own_calendar(current_user.id))
    return render_template("calendars/calendar.html", made=found is not None, address=_address(found) if found else None)


@bp.post("/calendar")
@signed_in
def make() -> Response:
    """Make an address, or another one."""
    person_id, at, key = current_user.id, now(), str(current_app.secret_key)
    changing(db.session(), lambda: make_calendar(db.session(), person_id, at, key))
    flash(_("Your calendar has a new address."))
    return redirect(url_for(".calendar"), 303)


@bp.post("/calendar/end")
@signed_in
def end() -> Response:
    """Take the address away."""
    person_id = current_user.id
    changing(db.session(), lambda: remove_calendar(db.session(), person_id))
    flash(_("The calendar is switched off. What your own calendar has read stays there until you remove it."))
    return redirect(url_for(".calendar"), 303)


def _address(calendar: Calendar) -> str | None:
    """The address of a calendar; None where the program's key has changed since it was made, and nobody can tell it any more."""
    token = derived_token(calendar.person_id, calendar.grain, str(current_app.secret_key))
    if not compare_digest(read_token(token).token_hash, calendar.token_hash):
        return None
    settings: Settings = current_app.config["QUIZAPP"]
    return (settings.address or request.host_url.rstrip("/")) + url_for(".feed", token=token)
