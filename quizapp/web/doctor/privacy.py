"""What is kept of somebody who reads as a patient, and who can see it."""

from flask import render_template

from quizapp.web.doctor.blueprint import bp
from quizapp.web.roles import everyone


@bp.get("/health-privacy")
@everyone
def health_privacy() -> str:
    """The whole of it, in plain words."""
    return render_template("doctor/privacy.html")
