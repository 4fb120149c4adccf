"""What the article says about survival: shown to whoever asks for it on a page that says what it holds, and never asked."""

from flask import render_template

from quizapp.queries.items import all_knowledge
from quizapp.web.extensions import db
from quizapp.web.patients.blueprint import bp
from quizapp.web.roles import everyone


@bp.get("/self-test/outlook")
@everyone
def outlook() -> str:
    """What the next page holds, so that nobody comes upon it unasked."""
    return render_template("patients/outlook.html")


@bp.get("/self-test/outlook/figures")
@everyone
def outlook_figures() -> str:
    """What the article says."""
    return render_template(
        "patients/outlook_figures.html", facts=[fact for one in all_knowledge(db.session()) for fact in one.bank.facts if fact.outlook]
    )
