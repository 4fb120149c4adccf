"""The blueprint that the routes of studying hang on."""

from flask import Blueprint

bp = Blueprint("study", __name__)
