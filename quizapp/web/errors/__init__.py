"""What a page says when there is nothing else to show."""

import sqlite3

from flask import Blueprint, current_app, make_response
from flask_babel import lazy_gettext as _
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import BadHost, HTTPException, SecurityError
from werkzeug.wrappers import Response

from quizapp.models.engines import Busy
from quizapp.web.errors.sent_again import sent_again
from quizapp.web.errors.showing import shown
from quizapp.web.guarding import surely_asked_by_our_page

bp = Blueprint("errors", __name__)

WORDS = {
    400: (
        _("That could not be read"),
        _("Something in what was sent is not as it should be. Go back, load the page again, and try once more."),
    ),
    403: (_("That is not open to you"), _("You may not do this here.")),
    404: (_("Nothing is here"), _("There is no such page, or it is not yours. Check the address, or begin at the start page.")),
    405: (_("That cannot be done here"), _("This address is used in another way. Begin at the start page.")),
    410: (_("That is gone"), _("What was here has been taken away for good.")),
    413: (_("That is too much"), _("More was sent than fits. Send less, and try again.")),
    422: (_("That could not be read"), _("Something in what was sent is not as it should be. Go back and choose from what is offered.")),
    429: (_("That was too often"), _("Wait a little, then try again.")),
    503: (_("Many are at it just now"), _("Wait a few seconds, then load the page again.")),
}
OTHER = (_("Something went wrong"), _("It is our fault, not yours. What you had saved is safe. Try again in a moment."))
STALE = _("This page has been open for too long")
STALE_AND_GONE = _("Nothing was changed. Go back, load the page again, and send it once more.")
STALE_AND_KEPT = _("Nothing was changed, and what you filled in is kept. Send it once more.")
BUSY_AND_KEPT = _("Nothing was lost: what you filled in is kept on this page. Wait a few seconds, then send it again.")
PAUSE = "10"


@bp.app_errorhandler(CSRFError)
def stale(_error: CSRFError) -> tuple[str, int]:
    """The token is of another time. A form that is surely ours can be sent again as it was filled in; a stranger's cannot."""
    again = sent_again() if surely_asked_by_our_page() else None
    return shown(STALE, STALE_AND_KEPT if again else STALE_AND_GONE, again), 400


@bp.app_errorhandler(BadHost)
@bp.app_errorhandler(SecurityError)
def no_such_host(error: HTTPException) -> HTTPException:
    """The request names a host that cannot be one: no page of ours can be drawn there, for all of them have links."""
    return error


@bp.app_errorhandler(HTTPException)
def show(error: HTTPException) -> HTTPException | Response:
    """An error page in the look of all others."""
    if error.code is None or error.code < 400 or error.response is not None:
        return error
    response = error.get_response()
    response.data, response.content_type = shown(*WORDS.get(error.code, OTHER)), "text/html; charset=utf-8"
    return response


@bp.app_errorhandler(Busy)
def busy(_error: Busy) -> Response:
    """The turn to write did not come in time: nothing was lost, try again."""
    again = sent_again()
    title, sentence = WORDS[503]
    response = make_response(shown(title, BUSY_AND_KEPT if again else sentence, again), 503)
    response.headers["Retry-After"] = PAUSE
    return response


@bp.app_errorhandler(OperationalError)
@bp.app_errorhandler(sqlite3.OperationalError)
def unusable(error: OperationalError | sqlite3.OperationalError) -> Response:
    """The database is locked, full, or not there: something for whoever runs this, and for everybody else a reason to try again."""
    current_app.logger.error("The database could not be used.", exc_info=error)
    return busy(Busy())
