"""What this is, for whom, how it works, and how old the content is."""

from flask import Blueprint, current_app, redirect, render_template, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from quizapp.web.roles import everyone

bp = Blueprint("welcome", __name__)


@bp.get("/")
@everyone
def welcome() -> Response | str:
    """What this is, to a guest; the day's questions, to a person who is signed in."""
    if current_user.is_authenticated:
        return redirect(url_for("study.today"), 303)
    return render_template("welcome/welcome.html")


@bp.get("/about")
@everyone
def about() -> str:
    """Where the content comes from, and how old it is."""
    return render_template("welcome/about.html")


@bp.get("/help")
@everyone
def help() -> str:
    """How studying works, and the keys."""
    return render_template("welcome/help.html")


@bp.get("/accessibility")
@everyone
def accessibility() -> str:
    """What was tried so that everybody can use this, and what is known not to work."""
    return render_template("welcome/accessibility.html", contact=_contact())


@bp.get("/privacy")
@everyone
def privacy() -> str:
    """What is kept of a person, and on what terms this may be used."""
    return render_template("welcome/privacy.html", contact=_contact())


def _contact() -> tuple[str, str] | None:
    """How to reach whoever runs the site: where the link goes, and its words."""
    contact: str | None = current_app.config["QUIZAPP"].contact
    return (contact if "://" in contact else f"mailto:{contact}", contact) if contact else None
