"""Recovery codes: shown once, when they are made."""

from flask import render_template, request, url_for
from flask_login import current_user

from quizapp.clock import now
from quizapp.models.transactions import changing
from quizapp.queries.recovery_codes import codes_left
from quizapp.usecases.make_recovery_codes import MadeAlready, make_recovery_codes, which_codes
from quizapp.web.accounts.beginning import refusal
from quizapp.web.accounts.blueprint import bp
from quizapp.web.addresses import from_here
from quizapp.web.extensions import db
from quizapp.web.roles import signed_in


@bp.get("/account/codes", endpoint="codes")
@signed_in
def show() -> str:
    """How many codes are left, and the form for new ones."""
    return _page({})


@bp.post("/account/codes", endpoint="make_codes")
@signed_in
def make() -> tuple[str, int] | tuple[str, int, dict[str, str]]:
    """Make new codes. They stand in this answer and nowhere else, so that no cookie and no address carries them."""
    at, person_id, (address, key) = now(), current_user.id, from_here()
    password, before = request.form.get("password", ""), request.form.get("instead_of", "")
    outcome = changing(db.session(), lambda: make_recovery_codes(db.session(), person_id, password, address, at, key, instead_of=before))
    if isinstance(outcome, MadeAlready):
        return render_template("accounts/codes_made.html", here=url_for(".codes")), 409
    if isinstance(outcome, tuple):
        return render_template("accounts/new_codes.html", codes=outcome, here=url_for(".codes")), 201
    problems, status, headers = refusal(outcome)
    return _page(problems), status, headers


def _page(problems: dict[str, str]) -> str:
    left = db.session.scalar(codes_left(current_user.id))
    return render_template(
        "accounts/codes.html", left=left, instead_of=which_codes(db.session(), current_user.id), problems=problems, here=url_for(".codes")
    )
