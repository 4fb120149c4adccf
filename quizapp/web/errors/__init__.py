"""What a page says when there is nothing else to show."""

import sqlite3

from flask import Blueprint, current_app, make_response, redirect, request, url_for
from flask_babel import lazy_gettext as _
from flask_login import current_user
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import BadHost, HTTPException, MethodNotAllowed, SecurityError
from werkzeug.wrappers import Response

from quizapp.models.engines import Busy, held_by_others
from quizapp.web.errors.opened import page_of_form
from quizapp.web.errors.sent_again import sent_again
from quizapp.web.errors.showing import shown
from quizapp.web.guarding import surely_asked_by_our_page
from quizapp.web.roles import SignedOutMeanwhile
from quizapp.web.visits import end_visit
from quizapp.web.whose import is_anothers, was_signed_in
from quizapp.web.wording import gettext

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
OURS_AND_KEPT = _(
    "It is our fault, not yours. What you filled in is kept on this page. Look first whether it was done all the same, then send it again."
)
STALE = _("This page has been open for too long")
COOKIES_OFF = _("This needs one small cookie")
COOKIES_OFF_HOW = _(
    "Your browser sent none, so nothing was done. Allow cookies for this site, then load the page before this one again. "
    "The cookie keeps what you do here until you close the browser, and tells us nothing about you."
)
STALE_AND_GONE = _("Nothing was changed. Go back, load the page again, and send it once more.")
STALE_AND_KEPT = _("Nothing was changed, and what you filled in is kept. Send it once more.")
SIGNED_OUT = _("You were signed out")
SIGNED_OUT_AND_KEPT = _("Nothing was lost: what you filled in is kept on this page. Sign in in another tab, then send it once more here.")
BUSY_AND_KEPT = _("Nothing was lost: what you filled in is kept on this page. Wait a few seconds, then send it again.")
UNUSABLE = _("This does not work just now")
UNUSABLE_AND_KEPT = _(
    "It is our fault, not yours: nothing can be kept at the moment. What you filled in stands on this page. "
    "Leave it open, and send it again in some minutes."
)
UNUSABLE_TO_READ = _("It is our fault, not yours: what is kept cannot be used at the moment. Load the page again in some minutes.")
PAUSE, LONGER = "10", "120"


@bp.app_errorhandler(CSRFError)
def stale(_error: CSRFError) -> Response | tuple[str, int]:
    """The token is of another time. A form that is surely ours can be sent again as it was filled in; a stranger's cannot.

    Nor can one that was drawn for somebody else: neither may it be done in the name of who is signed in now, nor may they read it.
    Whoever stops a visit is not asked twice: they want the page gone now.
    """
    if request.endpoint == "patients.leave" and surely_asked_by_our_page():
        end_visit()
        return redirect(url_for("patients.blank"), 303)
    if current_app.config["SESSION_COOKIE_NAME"] not in request.cookies:
        return shown(COOKIES_OFF, COOKIES_OFF_HOW, sent_again() if surely_asked_by_our_page() else None, without_cookies=True), 400
    again = sent_again() if surely_asked_by_our_page() else None
    if again and is_anothers():
        return shown(*_another(current_user.name)), 400
    if again and was_signed_in() and not current_user.is_authenticated:
        return signed_out()
    return shown(STALE, STALE_AND_KEPT if again else STALE_AND_GONE, again), 400


@bp.app_errorhandler(SignedOutMeanwhile)
def signed_out(_error: SignedOutMeanwhile | None = None) -> tuple[str, int]:
    """The session ended while a form was filled in: it is kept until its owner is back."""
    return shown(SIGNED_OUT, SIGNED_OUT_AND_KEPT, sent_again(), sign_in=True), 403


@bp.app_errorhandler(BadHost)
@bp.app_errorhandler(SecurityError)
def no_such_host(error: HTTPException) -> HTTPException:
    """The request names a host that cannot be one: no page of ours can be drawn there, for all of them have links."""
    return error


@bp.app_errorhandler(MethodNotAllowed)
def opened(error: MethodNotAllowed) -> HTTPException | Response:
    """What is not done here; whoever opened the address of a form is led to the page on which it stands."""
    page = page_of_form()
    return redirect(page, 303) if page else show(error)


@bp.app_errorhandler(HTTPException)
def show(error: HTTPException) -> HTTPException | Response:
    """An error page in the look of all others."""
    if error.code is None or error.code < 400 or error.response is not None:
        return error
    again = sent_again() if error.code >= 500 else None
    title, sentence = WORDS.get(error.code, OTHER)
    response = error.get_response()
    response.data, response.content_type = shown(title, OURS_AND_KEPT if again else sentence, again), "text/html; charset=utf-8"
    return response


@bp.app_errorhandler(Busy)
def busy(_error: Busy) -> Response:
    """The turn to write did not come in time: nothing was lost, try again."""
    title, sentence = WORDS[503]
    return _later(title, BUSY_AND_KEPT, sentence, PAUSE)


@bp.app_errorhandler(OperationalError)
@bp.app_errorhandler(sqlite3.OperationalError)
def unusable(error: OperationalError | sqlite3.OperationalError) -> Response:
    """The database is locked, full, or not there: something for whoever runs this, and for everybody else a reason to try again."""
    current_app.logger.error("The database could not be used.", exc_info=error)
    return busy(Busy()) if held_by_others(error) else _later(UNUSABLE, UNUSABLE_AND_KEPT, UNUSABLE_TO_READ, LONGER)


def _later(title: object, kept: object, sentence: object, seconds: str) -> Response:
    """A page that asks to try again after so many seconds: by the form that was filled in, if there was one."""
    again = sent_again()
    response = make_response(shown(title, kept if again else sentence, again), 503)
    response.headers["Retry-After"] = seconds
    return response


def _another(name: str) -> tuple[str, str]:
    """What somebody is told who would have sent another's form."""
    sentence = gettext(
        "That form was filled in by somebody else, so nothing was done with it. To do it as %(name)s, open its page again.", name=name
    )
    return gettext("You are signed in as %(name)s now", name=name), sentence
