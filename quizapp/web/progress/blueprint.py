"""The blueprint that the routes of progress hang on."""

from flask import Blueprint

from quizapp.web.overdue import end_what_is_over

bp = Blueprint("progress", __name__)
bp.before_request(end_what_is_over)
