"""A form that was filled in and could not be taken: so that it can be sent again, and nothing typed is lost."""

from dataclasses import dataclass

from flask import request
from werkzeug.exceptions import RequestEntityTooLarge

from quizapp.web import whose

PASSWORDS = ("password", "new", "code")
DRAWN_ANEW = ("csrf_token", whose.FIELD)


@dataclass(frozen=True, slots=True)
class SentAgain:
    """Where it is sent, what it holds, which passwords must be typed and which files chosen again, as no page may hold them, and whose
    it was."""

    address: str
    fields: tuple[tuple[str, str], ...]
    passwords: tuple[str, ...]
    files: tuple[str, ...]
    whose: str


def sent_again() -> SentAgain | None:
    """The form of this request, if there is one."""
    if request.method != "POST" or request.routing_exception is not None:
        return None
    try:
        sent = tuple(request.form.items(multi=True))
    except RequestEntityTooLarge:
        return None
    return SentAgain(
        request.full_path.rstrip("?"),
        tuple((name, value) for name, value in sent if name not in (*DRAWN_ANEW, *PASSWORDS)),
        tuple(name for name in PASSWORDS if name in request.form),
        tuple(name for name, file in request.files.items() if file.filename),
        request.form.get(whose.FIELD, ""),
    )
