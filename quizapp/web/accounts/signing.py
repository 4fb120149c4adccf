"""Signing up, in and out."""

from flask import current_app, redirect, render_template, request, session, url_for
from flask_login import current_user
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from questions.plainly import FAMILY, PATIENT, READERS
from quizapp.clock import now
from quizapp.letters import remove_other_days
from quizapp.models.transactions import changing
from quizapp.usecases.sign_in import Refused, SignedIn, Throttled, sign_in
from quizapp.usecases.sign_out import sign_out
from quizapp.usecases.sign_up import SHORTEST_PASSWORD, SignedUp, sign_up
from quizapp.usecases.wording import Problems
from quizapp.web.accounts.beginning import NOTHING, begin, keep_looks, refusal, this_device
from quizapp.web.accounts.blueprint import bp
from quizapp.web.addresses import from_here
from quizapp.web.audiences import NURSING, PLAIN
from quizapp.web.extensions import db
from quizapp.web.local import local_path
from quizapp.web.roles import everyone
from quizapp.web.visits import current_visit
from quizapp.web.who import forget_sid, sid
from quizapp.web.wording import gettext
from quizapp.web.zones import regions

Shown = Response | tuple[str, int] | tuple[str, int, dict[str, str]]


@bp.get("/sign-up", endpoint="sign_up")
@everyone
def show_sign_up() -> Response | str:
    """The form for a new account; whoever is signed in has one."""
    back = request.args.get("next")
    if current_user.is_authenticated:
        return redirect(local_path(back, url_for("study.today")), 303)
    return _sign_up_page(MultiDict({"words": request.args.get("words", "") or _words_of_the_visit()}), {}, back)


@bp.post("/people")
@everyone
def people() -> Shown:
    """Make an account, and open the page they came for, else its first: for patients the one on which to begin, for others the library."""
    form, at, device, stays = request.form, now(), this_device(), "stay" in request.form
    (address, key), name, password, zone = from_here(), form.get("name", ""), form.get("password", ""), form.get("zone", "")
    words = form.get("words")
    audience = PLAIN if words in READERS else NURSING if words == NURSING else None

    def come_in() -> SignedUp | Problems | Throttled:
        outcome = sign_up(
            db.session(),
            name,
            password,
            zone,
            at,
            audience=audience,
            helping=words == FAMILY,
            replacing=sid(),
            stays=stays,
            device=device,
            address=address,
            key=key,
        )
        if isinstance(outcome, SignedUp):
            keep_looks(outcome.person, at)
        return outcome

    outcome = changing(db.session(), come_in)
    if isinstance(outcome, SignedUp):
        first = url_for("study.today" if audience == PLAIN else "library.library")
        return begin(outcome.token, local_path(form.get("next"), first), stays=stays)
    problems, status, headers = refusal(outcome, "name")
    return _sign_up_page(form, problems, form.get("next")), status, headers


@bp.get("/sign-in", endpoint="sign_in")
@everyone
def show_sign_in() -> Response | str:
    """The form for somebody who has an account; whoever is signed in is where it would lead."""
    if current_user.is_authenticated:
        return redirect(local_path(request.args.get("next"), url_for("study.today")), 303)
    return _sign_in_page(NOTHING, {}, request.args.get("next"))


@bp.post("/sessions")
@everyone
def sessions() -> Shown:
    """Sign a person in, and show the page that they came for."""
    form, at, device, stays = request.form, now(), this_device(), "stay" in request.form
    (address, key), name, password = from_here(), form.get("name", ""), form.get("password", "")

    def come_in() -> SignedIn | Refused | Throttled:
        outcome = sign_in(db.session(), name, password, address, at, key, replacing=sid(), stays=stays, device=device)
        if isinstance(outcome, SignedIn):
            keep_looks(outcome.person, at)
        return outcome

    outcome = changing(db.session(), come_in)
    match outcome:
        case SignedIn():
            remove_other_days(current_app.config["QUIZAPP"].data, at)
            return begin(outcome.token, local_path(form.get("next"), url_for("study.today")), stays=stays)
        case Throttled():
            problems, status, headers = refusal(outcome, "name")
            problems["name"] += " " + gettext("If you do not know your password, “Forgotten your password?” below helps at once.")
            return _sign_in_page(form, problems, form.get("next")), status, headers
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
    response.headers["Clear-Site-Data"] = '"cache"'  # what Back would show
    return response


def _words_of_the_visit() -> str:
    """What is chosen for whoever comes from the patient side; nothing for anybody else, since neither way of asking can be guessed."""
    visit = current_visit()
    return (FAMILY if visit.helping else PATIENT) if visit else ""


def _sign_up_page(given: MultiDict[str, str], problems: dict[str, str], back: str | None) -> str:
    then = local_path(back, "")
    return render_template(
        "accounts/sign_up.html",
        given=given,
        problems=problems,
        regions=regions(),
        shortest=SHORTEST_PASSWORD,
        stays="stay" in given,
        next=then,
        here=url_for(".sign_up", words=given.get("words") or None, next=then or None),
    )


def _sign_in_page(given: MultiDict[str, str], problems: dict[str, str], back: str | None) -> str:
    then = local_path(back, "")
    here, stays = url_for(".sign_in", next=then or None), "stay" in given
    return render_template("accounts/sign_in.html", given=given, problems=problems, next=then, stays=stays, here=here)
