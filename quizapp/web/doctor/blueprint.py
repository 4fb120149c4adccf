"""The blueprint that the pages for the talk with the doctor hang on."""

from flask import Blueprint

bp = Blueprint("doctor", __name__)
