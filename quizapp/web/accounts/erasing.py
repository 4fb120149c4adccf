"""Leaving for good."""

from flask import current_app, flash, redirect, render_template, request, session, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from quizapp.clock import now
from quizapp.letters import remove_letters
from quizapp.models.erasing import clear_log
from quizapp.models.transactions import changing
from quizapp.usecases.delete_account import delete_account
from quizapp.web.accounts.beginning import refusal
from quizapp.web.accounts.blueprint import bp
from quizapp.web.addresses import from_here
from quizapp.web.extensions import db
from quizapp.web.roles import signed_in
from quizapp.web.who import forget_sid
from quizapp.web.wording import gettext as _


@bp.get("/account/erasure", endpoint="erasure")
@signed_in
def show() -> str:
    """What would be erased, and the form that does it."""
    return _page({})


@bp.post("/account/erasure", endpoint="erase")
@signed_in
def erase() -> Response | tuple[str, int, dict[str, str]]:
    """Erase the account and all that belongs to it, and say so."""
    form, at, person_id, (address, key) = request.form, now(), current_user.id, from_here()
    password, sure = form.get("password", ""), "sure" in form
    farewell = _("Your account is gone, with everything that belonged to it.")  # in the person's language, while there is a person
    outcome = changing(db.session(), lambda: delete_account(db.session(), person_id, password, sure, address, at, key))
    if outcome is not None:
        problems, status, headers = refusal(outcome)
        return _page(problems), status, headers
    clear_log(db.engine)
    remove_letters(person_id, current_app.config["QUIZAPP"].data)
    session.clear()
    flash(farewell)
    response = redirect(url_for("welcome.welcome"), 303)
    forget_sid(response)
    return response


def _page(problems: dict[str, str]) -> str:
    return render_template("accounts/erasure.html", problems=problems, sure="sure" in request.form, here=url_for(".erasure"))
