"""Recovery codes: shown once, when they are made."""

from flask import render_template, request, url_for
from flask_login import current_user

from quizapp.clock import now
from quizapp.models.transactions import changing
from quizapp.queries.recovery_codes import codes_left
from quizapp.usecases.make_recovery_codes import make_recovery_codes
from quizapp.web.accounts.beginning import from_here, refusal
from quizapp.web.accounts.blueprint import bp
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
    at, person_id, password, (address, key) = now(), current_user.id, request.form.get("password", ""), from_here()
    outcome = changing(db.session(), lambda: make_recovery_codes(db.session(), person_id, password, address, at, key))
    if isinstance(outcome, tuple):
        return render_template("accounts/new_codes.html", codes=outcome, here=url_for(".codes")), 201
    problems, status, headers = refusal(outcome)
    return _page(problems), status, headers


def _page(problems: dict[str, str]) -> str:
    left = db.session.scalar(codes_left(current_user.id))
    return render_template("accounts/codes.html", left=left, problems=problems, here=url_for(".codes"))
