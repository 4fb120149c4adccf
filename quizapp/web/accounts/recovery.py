"""Setting a new password by a recovery code."""

from flask import render_template, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from quizapp.clock import now
from quizapp.models.transactions import changing
from quizapp.usecases.recover_account import recover_account
from quizapp.usecases.sign_in import SignedIn
from quizapp.usecases.sign_up import SHORTEST_PASSWORD
from quizapp.web.accounts.beginning import NOTHING, begin_with_new_password, refusal, this_device
from quizapp.web.accounts.blueprint import bp
from quizapp.web.addresses import from_here
from quizapp.web.extensions import db
from quizapp.web.roles import everyone
from quizapp.web.who import sid


@bp.get("/recovery", endpoint="recovery")
@everyone
def show() -> str:
    """The form for somebody who has a recovery code."""
    return _page(NOTHING, {})


@bp.post("/recoveries")
@everyone
def recoveries() -> Response | tuple[str, int, dict[str, str]]:
    """Set the new password, and sign its owner in."""
    form, at, device, (address, key) = request.form, now(), this_device(), from_here()
    name, code, new = (form.get(field, "") for field in ("name", "code", "new"))
    outcome = changing(
        db.session(), lambda: recover_account(db.session(), name, code, new, address, at, key, replacing=sid(), device=device)
    )
    if isinstance(outcome, SignedIn):
        return begin_with_new_password(outcome.token, url_for("study.today"), stays=False)
    problems, status, headers = refusal(outcome, "name")
    return _page(form, problems), status, headers


def _page(given: MultiDict[str, str], problems: dict[str, str]) -> str:
    return render_template("accounts/recovery.html", given=given, problems=problems, shortest=SHORTEST_PASSWORD, here=url_for(".recovery"))
