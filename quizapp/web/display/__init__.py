"""How pages look: colours, text size, single keys; kept with the person, or in a guest's cookie."""

from dataclasses import asdict
from typing import Any

from flask import Blueprint, redirect, render_template, request, session, url_for
from flask_babel import get_locale
from flask_login import current_user
from werkzeug.exceptions import UnprocessableEntity
from werkzeug.wrappers import Response

from quizapp.clock import now
from quizapp.models.transactions import changing
from quizapp.usecases.change_display import change_display
from quizapp.web.display.choices import Display, of_guest, of_person, read_display
from quizapp.web.extensions import db
from quizapp.web.local import local_path
from quizapp.web.roles import everyone
from quizapp.web.visits import tells_of_a_visit
from quizapp.web.who import teaches

bp = Blueprint("display", __name__)


@bp.app_context_processor
def on_every_page() -> dict[str, Any]:
    """What the layout of every page needs."""
    locale = get_locale()
    return {
        "display": _display(),
        "here": request.full_path.rstrip("?") if request.method == "GET" else url_for("welcome.welcome"),
        "language": str(locale).replace("_", "-"),
        "direction": locale.text_direction,
        "problems": {},
        "teaches_somewhere": teaches(),
    }


@bp.get("/display")
@everyone
def settings() -> str:
    """The choices, on a page of their own."""
    return render_template("display/settings.html", next=local_path(request.args.get("next"), url_for("welcome.welcome")))


@bp.post("/display")
@everyone
def change() -> Response:
    """Keep the choices, and go back to where they were made."""
    chosen = read_display(request.form)
    if chosen is None:
        raise UnprocessableEntity
    if current_user.is_authenticated:
        person_id, at = current_user.id, now()
        changing(
            db.session(),
            lambda: change_display(db.session(), person_id, at, theme=chosen.theme, text_size=chosen.text_size, keys=chosen.keys == "on"),
        )
    else:
        session["display"] = asdict(chosen)
        session.permanent = not tells_of_a_visit()  # which ends with the browser
    return redirect(local_path(request.form.get("next"), url_for("welcome.welcome")), 303)


def _display() -> Display:
    return of_person(current_user) if current_user.is_authenticated else of_guest(session.get("display"))
