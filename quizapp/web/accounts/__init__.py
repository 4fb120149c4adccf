"""Signing up, in and out."""

from flask import Blueprint, current_app, redirect, render_template, request, session, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from quizapp.clock import now
from quizapp.models.transactions import changing
from quizapp.usecases.sign_in import Refused, SignedIn, Throttled, sign_in
from quizapp.usecases.sign_out import sign_out
from quizapp.usecases.sign_up import SHORTEST_PASSWORD, SignedUp, sign_up
from quizapp.web.accounts.zones import regions
from quizapp.web.extensions import db
from quizapp.web.local import local_path
from quizapp.web.roles import everyone
from quizapp.web.who import forget_sid, keep_sid, sid
from quizapp.web.wording import gettext

bp = Blueprint("accounts", __name__)
NOTHING: MultiDict[str, str] = MultiDict()


@bp.get("/sign-up", endpoint="sign_up")
@everyone
def show_sign_up() -> str:
    """The form for a new account."""
    return _sign_up_page(NOTHING, {})


@bp.post("/people")
@everyone
def people() -> Response | tuple[str, int]:
    """Make an account, and open the library as its first page."""
    form, at = request.form, now()
    outcome = changing(
        db.session(),
        lambda: sign_up(db.session(), form.get("name", ""), form.get("password", ""), form.get("zone", ""), at),
    )
    if not isinstance(outcome, SignedUp):
        return _sign_up_page(form, {field: gettext(sentence) for field, sentence in outcome.items()}), 422
    return _begin(outcome.token, url_for("library.library"))


@bp.get("/sign-in", endpoint="sign_in")
@everyone
def show_sign_in() -> str:
    """The form for somebody who has an account."""
    return _sign_in_page(NOTHING, {}, request.args.get("next"))


@bp.post("/sessions")
@everyone
def sessions() -> Response | tuple[str, int] | tuple[str, int, dict[str, str]]:
    """Sign a person in, and show the page that they came for."""
    form, at = request.form, now()
    address, key = request.remote_addr or "", str(current_app.secret_key)
    name, password = form.get("name", ""), form.get("password", "")
    outcome = changing(db.session(), lambda: sign_in(db.session(), name, password, address, at, key, replacing=sid()))
    match outcome:
        case SignedIn():
            return _begin(outcome.token, local_path(form.get("next"), url_for("study.today")))
        case Throttled():
            problems = {"name": gettext(outcome.why)}
            return _sign_in_page(form, problems, form.get("next")), 429, {"Retry-After": str(outcome.seconds)}
        case Refused():
            return _sign_in_page(form, {"name": gettext(outcome.why)}, form.get("next")), 422


@bp.post("/sessions/end")
@everyone
def end() -> Response:
    """End this session, wherever its token is kept."""
    token, at = sid(), now()
    if token:
        changing(db.session(), lambda: sign_out(db.session(), token, at))
    session.clear()
    response = redirect(url_for("welcome.welcome"), 303)
    forget_sid(response)
    return response


def _begin(token: str, path: str) -> Response:
    session.clear()
    response = redirect(path, 303)
    keep_sid(response, token)
    return response


def _sign_up_page(given: MultiDict[str, str], problems: dict[str, str]) -> str:
    here = url_for(".sign_up")
    return render_template(
        "accounts/sign_up.html", given=given, problems=problems, regions=regions(), shortest=SHORTEST_PASSWORD, here=here
    )


def _sign_in_page(given: MultiDict[str, str], problems: dict[str, str], back: str | None) -> str:
    here = url_for(".sign_in")
    return render_template("accounts/sign_in.html", given=given, problems=problems, next=local_path(back, ""), here=here)
