"""Who may open a course."""

from flask import current_app
from flask_login import current_user


def may_open() -> bool:
    """Whether the person may, as it is set. An account for patients is told why not when it tries."""
    return bool(current_app.config["QUIZAPP"].courses == "everybody" or current_user.role == "administrator")
