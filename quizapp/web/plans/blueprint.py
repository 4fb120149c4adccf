"""The blueprint that the routes of planning hang on."""

from flask import Blueprint

from quizapp.web.overdue import end_what_is_over

bp = Blueprint("plans", __name__)
bp.before_request(end_what_is_over)
