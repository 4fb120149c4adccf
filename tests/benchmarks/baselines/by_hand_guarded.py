"""A baseline: `by_hand`, whose forms are guarded against other sites as tutorials have it."""

from pathlib import Path

from flask import Flask
from flask_wtf import CSRFProtect

from tests.benchmarks.baselines import by_hand


def create_app(file: Path) -> Flask:
    """The app on this database."""
    app = by_hand.create_app(file)
    CSRFProtect(app)
    return app
