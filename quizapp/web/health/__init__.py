"""Whether the program answers at all, for whoever watches over it."""

from flask import Blueprint

from quizapp.web.roles import everyone

bp = Blueprint("health", __name__)


@bp.get("/healthz")
@everyone
def healthz() -> tuple[str, dict[str, str]]:
    """Answer."""
    return "ok\n", {"Content-Type": "text/plain; charset=utf-8"}
