"""In whose words a page tells facts: plain ones for patients and guests, those of the profession for nursing students."""

from flask import request
from flask_login import current_user

from quizapp.models.people import AUDIENCES

PLAIN = "patient"


def reader() -> str:
    """The audience of whoever reads: the one that the address asks for, else the person's own; a guest may be a patient."""
    asked = request.args.get("words", "")
    if asked in AUDIENCES:
        return asked
    return str(current_user.audience) if current_user.is_authenticated else PLAIN
