"""The pages for editors."""

from flask import Blueprint
from flask_login import current_user

from quizapp.web.roles import may_edit

bp = Blueprint("editing", __name__)


@bp.app_context_processor
def for_editors() -> dict[str, bool]:
    """Whether whoever asks may change content."""
    return {"may_edit": may_edit(current_user)}
