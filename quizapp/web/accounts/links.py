"""Setting a new password by the link in a letter. Opening it changes nothing, since programs that look through mail do so, too."""

from flask import make_response, render_template, request, url_for
from werkzeug.wrappers import Response

from quizapp.clock import now
from quizapp.models.transactions import changing
from quizapp.queries.reset_links import person_of_link
from quizapp.usecases.reset_password import reset_password
from quizapp.usecases.sign_in import SignedIn
from quizapp.usecases.sign_up import SHORTEST_PASSWORD
from quizapp.web.accounts.beginning import begin_with_new_password, refusal, this_device
from quizapp.web.accounts.blueprint import bp
from quizapp.web.addresses import from_here
from quizapp.web.extensions import db
from quizapp.web.roles import everyone
from quizapp.web.who import sid


@bp.get("/reset-links/<token>")
@everyone
def link(token: str) -> Response:
    """The form for a new password, while the link lasts."""
    person = db.session.scalar(person_of_link(token, now()))
    return _over() if person is None else _page(token, {}, 200)


@bp.post("/reset-links/<token>")
@everyone
def use_link(token: str) -> Response:
    """Set the new password, and sign its owner in."""
    at, new, device, (_, key) = now(), request.form.get("new", ""), this_device(), from_here()
    outcome = changing(db.session(), lambda: reset_password(db.session(), token, new, at, key, replacing=sid(), device=device))
    if isinstance(outcome, SignedIn):
        return begin_with_new_password(outcome.token, url_for("study.today"), stays=False)
    if outcome is None:
        return _over()
    problems, status, _headers = refusal(outcome)
    return _page(token, problems, status)


def _page(token: str, problems: dict[str, str], status: int) -> Response:
    page = render_template(
        "accounts/link.html", token_of_link=token, problems=problems, shortest=SHORTEST_PASSWORD, here=url_for(".forgotten")
    )
    return _kept_nowhere(page, status)


def _over() -> Response:
    return _kept_nowhere(render_template("accounts/link_over.html", here=url_for(".forgotten")), 410)


def _kept_nowhere(page: str, status: int) -> Response:
    response = make_response(page, status)
    response.headers["Cache-Control"] = "no-store"
    return response
