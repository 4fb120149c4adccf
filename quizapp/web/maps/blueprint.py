"""The blueprint that the routes of maps hang on."""

from flask import Blueprint

from quizapp.web.maps.body import CHIN

bp = Blueprint("maps", __name__)


@bp.context_processor
def contours() -> dict[str, str]:
    """What every body is drawn with, whatever is lit."""
    return {"chin": CHIN}
