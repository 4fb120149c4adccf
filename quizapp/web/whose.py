"""Who had a form before them when it was drawn: so that one who signs in afterwards never sends it in another's stead."""

import hmac

from flask import current_app, request
from flask_login import current_user

FIELD = "whose"


def whose() -> str:
    """The mark of whoever is signed in, for their forms; empty for a guest. It tells nobody who that is."""
    if not current_user.is_authenticated:
        return ""
    return hmac.digest(str(current_app.secret_key).encode(), f"form of person {current_user.id}".encode(), "sha256").hex()[:16]


def was_signed_in() -> bool:
    """Whether this form was drawn for somebody who was signed in."""
    return bool(request.form.get(FIELD))


def is_anothers() -> bool:
    """Whether this form was drawn for somebody, and somebody else is signed in now."""
    return was_signed_in() and bool(now := whose()) and not hmac.compare_digest(now.encode(), request.form[FIELD].encode())
