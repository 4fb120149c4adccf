"""Who may use a route. A route that does not say so keeps the app from starting."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from flask import Flask, abort, redirect, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from quizapp.models.people import MAY_EDIT
from quizapp.web.whose import was_signed_in

P = ParamSpec("P")
R = TypeVar("R")

EVERYONE = "everyone"
SIGNED_IN = "signed in"
EDITORS = "editors"


class SignedOutMeanwhile(Exception):
    """Who filled in this form was signed in when it was drawn, and is not any more: what they typed must not be lost by that."""


def everyone(view: Callable[P, R]) -> Callable[P, R]:
    """Guests may use this route, and so may everybody else."""
    view.__dict__["who"] = EVERYONE
    return view


def signed_in(view: Callable[P, R]) -> Callable[P, R]:
    """Only a person who is signed in may use this route; a guest is sent to the sign-in page."""

    @wraps(view)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> Any:
        return view(*args, **kwargs) if current_user.is_authenticated else to_sign_in()

    guarded.__dict__["who"] = SIGNED_IN
    return guarded


def editors(view: Callable[P, R]) -> Callable[P, R]:
    """Only those who may change content may use this route; nobody else can tell that it is there."""

    @wraps(view)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> Any:
        return view(*args, **kwargs) if may_edit(current_user) else abort(404)

    guarded.__dict__["who"] = EDITORS
    return guarded


def may_edit(person: Any) -> bool:
    """Whether somebody may change content."""
    return bool(person.is_authenticated) and person.role in MAY_EDIT


def signed_in_by_itself(view: Callable[P, R]) -> Callable[P, R]:
    """Only a person who is signed in may use this route, and the route finds out itself who that is."""
    view.__dict__["who"] = SIGNED_IN
    return view


def to_sign_in(then: str | None = None) -> Response:
    """Send a guest to the sign-in page, and from there to what they asked for. Who filled in a form keeps it."""
    if request.method == "POST" and was_signed_in():
        raise SignedOutMeanwhile
    asked_for = request.full_path.rstrip("?") if request.method == "GET" else None
    return redirect(url_for("accounts.sign_in", next=then or asked_for), 303)


def check_roles(app: Flask) -> None:
    """Raises LookupError, naming them, if some routes do not say who may use them."""
    if silent := sorted(name for name, view in app.view_functions.items() if not hasattr(view, "who")):
        raise LookupError(f"These routes do not say who may use them: {', '.join(silent)}")
