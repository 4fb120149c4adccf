"""What a page says when there is nothing else to show."""

from flask import Blueprint, render_template
from flask_babel import lazy_gettext as _
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from quizapp.models.engines import Busy

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
    503: (_("Many are at it just now"), _("Nothing was lost. Wait a few seconds, then go back and send it again.")),
}
OTHER = (_("Something went wrong"), _("It is our fault, not yours. What you had saved is safe. Try again in a moment."))
STALE = (_("This page has been open for too long"), _("Nothing was changed. Go back, load the page again, and send it once more."))


@bp.app_errorhandler(HTTPException)
def show(error: HTTPException) -> tuple[str, int] | HTTPException | Response:
    """An error page in the look of all others."""
    if error.code is None or error.code < 400:
        return error
    title, sentence = STALE if isinstance(error, CSRFError) else WORDS.get(error.code, OTHER)
    body = render_template("errors/error.html", title=title, sentence=sentence)
    if error.response is not None:
        return error
    response = error.get_response()
    response.data, response.content_type = body, "text/html; charset=utf-8"
    return response


@bp.app_errorhandler(Busy)
def busy(_error: Busy) -> tuple[str, int, dict[str, str]]:
    """The writers' queue was not reached: nothing was lost, try again."""
    title, sentence = WORDS[503]
    return render_template("errors/error.html", title=title, sentence=sentence), 503, {"Retry-After": "10"}
