"""The blueprint that the routes of calendars hang on."""

from flask import Blueprint

bp = Blueprint("calendars", __name__)
