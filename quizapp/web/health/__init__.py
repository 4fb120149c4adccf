"""Whether the program answers, and whether it can do its work, for whoever watches over it."""

from flask import Blueprint, current_app

from quizapp.models.readiness import what_is_not_ready
from quizapp.settings import Settings
from quizapp.web.extensions import db
from quizapp.web.roles import everyone

bp = Blueprint("health", __name__)
PLAIN = {"Content-Type": "text/plain; charset=utf-8"}


@bp.get("/healthz")
@everyone
def healthz() -> tuple[str, dict[str, str]]:
    """Answer."""
    return "ok\n", PLAIN


@bp.get("/readyz")
@everyone
def readyz() -> tuple[str, int, dict[str, str]]:
    """Say whether all is there that answers need, or what is not."""
    settings: Settings = current_app.config["QUIZAPP"]
    lacking = [f"{sentence}\n" for sentence in what_is_not_ready(db.engine, settings.data)]
    return "".join(lacking) or "ready\n", 503 if lacking else 200, PLAIN
