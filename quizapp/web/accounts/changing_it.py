"""Changing a name, an e-mail address, a password. Each asks for the present password."""

from flask import flash, redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from quizapp.clock import now
from quizapp.models.transactions import changing
from quizapp.usecases.change_email import change_email
from quizapp.usecases.change_name import change_name
from quizapp.usecases.change_password import Changed, change_password
from quizapp.usecases.sign_up import SHORTEST_PASSWORD
from quizapp.web.accounts.beginning import begin_with_new_password, refusal
from quizapp.web.accounts.blueprint import bp
from quizapp.web.addresses import from_here
from quizapp.web.extensions import db
from quizapp.web.roles import signed_in
from quizapp.web.who import sid
from quizapp.web.wording import gettext as _

Shown = Response | tuple[str, int, dict[str, str]]


@bp.get("/account/name", endpoint="name")
@signed_in
def show_name() -> str:
    """The form for another name."""
    return _name_page(MultiDict({"name": current_user.name}), {})


@bp.post("/account/name", endpoint="change_name")
@signed_in
def new_name() -> Shown:
    """Change the name."""
    form, at, person_id, (address, key) = request.form, now(), current_user.id, from_here()
    name, password = form.get("name", ""), form.get("password", "")
    outcome = changing(db.session(), lambda: change_name(db.session(), person_id, name, password, address, at, key))
    if outcome is None:
        flash(_("Your name was changed."))
        return redirect(url_for(".account"), 303)
    problems, status, headers = refusal(outcome)
    return _name_page(form, problems), status, headers


@bp.get("/account/email", endpoint="email")
@signed_in
def show_email() -> str:
    """The form for another e-mail address."""
    return _email_page(MultiDict({"email": current_user.email or ""}), {})


@bp.post("/account/email", endpoint="change_email")
@signed_in
def new_email() -> Shown:
    """Change the e-mail address, or take it away."""
    form, at, person_id, (address, key) = request.form, now(), current_user.id, from_here()
    email, password = form.get("email", ""), form.get("password", "")
    outcome = changing(db.session(), lambda: change_email(db.session(), person_id, email, password, address, at, key))
    if outcome is None:
        flash(_("Your e-mail address was changed.") if email.strip() else _("Your e-mail address was taken away."))
        return redirect(url_for(".account"), 303)
    problems, status, headers = refusal(outcome)
    return _email_page(form, problems), status, headers


@bp.get("/account/password", endpoint="password")
@signed_in
def show_password() -> str:
    """The form for another password."""
    return _password_page({})


@bp.post("/account/password", endpoint="change_password")
@signed_in
def new_password() -> Shown:
    """Change the password; sessions elsewhere end, and this one goes on under a new token."""
    form, at, token, (address, key) = request.form, now(), sid() or "", from_here()
    password, new = form.get("password", ""), form.get("new", "")
    outcome = changing(db.session(), lambda: change_password(db.session(), token, password, new, address, at, key))
    if isinstance(outcome, Changed):
        return begin_with_new_password(outcome.token, url_for(".account"), stays=outcome.stays)
    problems, status, headers = refusal(outcome)
    return _password_page(problems), status, headers


def _name_page(given: MultiDict[str, str], problems: dict[str, str]) -> str:
    return render_template("accounts/name.html", given=given, problems=problems, here=url_for(".name"))


def _email_page(given: MultiDict[str, str], problems: dict[str, str]) -> str:
    return render_template("accounts/email.html", given=given, problems=problems, here=url_for(".email"))


def _password_page(problems: dict[str, str]) -> str:
    return render_template("accounts/password.html", problems=problems, shortest=SHORTEST_PASSWORD, here=url_for(".password"))
