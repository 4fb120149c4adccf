"""The account at a glance, and where its owner is signed in."""

from binascii import unhexlify
from dataclasses import dataclass

from flask import abort, flash, redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from quizapp.clock import now
from quizapp.models import Login
from quizapp.models.tokens import read_token
from quizapp.models.transactions import changing
from quizapp.queries.own_sessions import own_sessions
from quizapp.queries.recovery_codes import codes_left
from quizapp.usecases.end_other_sessions import end_other_sessions
from quizapp.usecases.end_own_session import end_own_session
from quizapp.web.accounts.blueprint import bp
from quizapp.web.extensions import db
from quizapp.web.roles import signed_in
from quizapp.web.who import sid
from quizapp.web.wording import format_moment, ngettext
from quizapp.web.wording import gettext as _


@dataclass(frozen=True, slots=True)
class SignedInAt:
    """A session as its owner sees it. Its handle is what is kept of its token, with which nobody gets in."""

    handle: str
    device: str
    began: str
    seen: str
    here: bool
    stays: bool


@bp.get("/account")
@signed_in
def account() -> str:
    """What can be changed, and where the person is signed in."""
    left = db.session.scalar(codes_left(current_user.id))
    logins = db.session.scalars(own_sessions(current_user.id, now()))
    return render_template("accounts/account.html", codes=left, sessions=[_shown(login) for login in logins])


@bp.post("/account/sessions/ended")
@signed_in
def end_session() -> Response:
    """End one of the person's sessions."""
    person_id, handle = current_user.id, request.form.get("session", "")
    try:
        token_hash = unhexlify(handle)
    except ValueError:
        abort(404)
    if not changing(db.session(), lambda: end_own_session(db.session(), person_id, token_hash)):
        abort(404)
    flash(_("That session has ended."))
    return redirect(url_for(".account"), 303)


@bp.post("/account/sessions/others/ended")
@signed_in
def end_others() -> Response:
    """End all of the person's sessions but this one."""
    token = sid() or ""
    ended = changing(db.session(), lambda: end_other_sessions(db.session(), token))
    flash(ngettext("%(num)d other session has ended.", "%(num)d other sessions have ended.", ended))
    return redirect(url_for(".account"), 303)


def _shown(login: Login) -> SignedInAt:
    began, seen = (format_moment(moment, current_user.zone) for moment in (login.began_at, login.seen_at))
    here = login.token_hash == read_token(sid() or "").token_hash
    return SignedInAt(login.token_hash.hex(), login.device, began, seen, here, login.stays)
