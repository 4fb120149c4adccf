"""A forgotten password: asking for a letter. What is shown, and how soon, is the same whether or not there is such an account."""

from flask import redirect, render_template, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from quizapp.clock import now
from quizapp.models.transactions import changing
from quizapp.usecases.ask_for_letter import ask_for_letter
from quizapp.web.accounts.beginning import NOTHING, refusal
from quizapp.web.accounts.blueprint import bp
from quizapp.web.accounts.writing import write_later
from quizapp.web.addresses import from_here
from quizapp.web.extensions import db
from quizapp.web.roles import everyone
from quizapp.web.wording import gettext as _


@bp.get("/forgotten", endpoint="forgotten")
@everyone
def show() -> str:
    """The form for somebody who has forgotten their password."""
    return _page(NOTHING, {})


@bp.post("/letters")
@everyone
def letters() -> Response | tuple[str, int] | tuple[str, int, dict[str, str]]:
    """Have a letter written if there is such an account, after this is answered."""
    form, at, name, (address, key) = request.form, now(), request.form.get("name", ""), from_here()
    if not name.strip():
        return _page(form, {"name": _("Type your user name or your e-mail address.")}), 422
    throttled = changing(db.session(), lambda: ask_for_letter(db.session(), name, address, at, key))
    if throttled:
        problems, status, headers = refusal(throttled, "name")
        return _page(form, problems), status, headers
    write_later(name)
    return redirect(url_for(".letter_asked_for"), 303)


@bp.get("/letters")
@everyone
def letter_asked_for() -> str:
    """What happens now, if there is such an account."""
    return render_template("accounts/letter_asked_for.html")


def _page(given: MultiDict[str, str], problems: dict[str, str]) -> str:
    return render_template("accounts/forgotten.html", given=given, problems=problems, here=url_for(".forgotten"))
