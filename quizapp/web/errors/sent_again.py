"""A form that was filled in and could not be taken: so that it can be sent again, and nothing typed is lost."""

from dataclasses import dataclass

from flask import request
from werkzeug.exceptions import RequestEntityTooLarge

PASSWORDS = ("password", "new", "code")
TOKEN = "csrf_token"  # noqa: S105 - the name of a field


@dataclass(frozen=True, slots=True)
class SentAgain:
    """Where it is sent, what it holds, and which passwords must be typed again, since no page may hold them."""

    address: str
    fields: tuple[tuple[str, str], ...]
    passwords: tuple[str, ...]


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
        tuple((name, value) for name, value in sent if name != TOKEN and name not in PASSWORDS),
        tuple(name for name in PASSWORDS if name in request.form),
    )
