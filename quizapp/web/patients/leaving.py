"""Stopping at once, and a page that says nothing of what was looked at."""

from flask import redirect, render_template, url_for
from werkzeug.wrappers import Response

from quizapp.web.patients.blueprint import bp
from quizapp.web.roles import everyone
from quizapp.web.visits import end_visit


@bp.post("/visits/ended")
@everyone
def leave() -> Response:
    """End the visit, and show a blank page."""
    end_visit()
    return redirect(url_for(".blank"), 303)


@bp.get("/blank")
@everyone
def blank() -> str:
    """A page like any other that is empty: no name of this site, no colour of its own."""
    return render_template("patients/blank.html")
