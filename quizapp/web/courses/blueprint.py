"""The pages of courses."""

from flask import Blueprint

bp = Blueprint("courses", __name__)
