"""What every way in has in common."""

from datetime import datetime

from flask import flash, redirect, request, session
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from quizapp.models import Person
from quizapp.usecases.carry_over_display import carry_over_display
from quizapp.usecases.devices import device
from quizapp.usecases.throttling import Throttled
from quizapp.usecases.wording import Problems, sentence
from quizapp.web.extensions import db
from quizapp.web.waiting import Waiting, to_wait, wait_in_words
from quizapp.web.who import keep_sid
from quizapp.web.wording import gettext

CHANGED = sentence("Your password was changed. Wherever else you were signed in, you are not any more.")
NOTHING: MultiDict[str, str] = MultiDict()
Refusal = tuple[dict[str, str], int, dict[str, str]]


def begin(token: str, path: str, *, stays: bool) -> Response:
    """Let a session begin in this browser: whatever it had before is forgotten."""
    session.clear()
    response = redirect(path, 303)
    keep_sid(response, token, stays=stays)
    return response


def begin_with_new_password(token: str, path: str, *, stays: bool) -> Response:
    """Let a session begin in this browser that is now the only one of its owner, and say so."""
    response = begin(token, path, stays=stays)
    flash(gettext(CHANGED))
    return response


def keep_looks(person: Person, at: datetime) -> None:
    """Let pages look as they did until now, before whatever this browser had is forgotten: in the transaction in which a session begins."""
    if chosen := session.get("display"):
        carry_over_display(db.session(), person, at, chosen)


def refusal(outcome: Problems | Throttled, field: str = "password") -> Refusal:
    """What a form that was refused says at its fields, with which status and which headers."""
    if isinstance(outcome, Throttled):
        return Waiting({field: wait_in_words(outcome)}), 429, to_wait(outcome)
    return {name: gettext(sentence) for name, sentence in outcome.items()}, 422, {}


def this_device() -> str:
    """What a person's list of sessions calls this browser."""
    return device(request.user_agent.string)
