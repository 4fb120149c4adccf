"""What the article says about survival: shown to whoever asks for it on a page that says what it holds, and never asked.

That somebody has asked stands in the signed cookie for half an hour: an address that is opened later, or by somebody else, asks anew.
"""

from datetime import datetime, timedelta

from flask import redirect, render_template, session, url_for
from werkzeug.wrappers import Response

from quizapp.clock import now
from quizapp.queries.items import all_knowledge
from quizapp.web.extensions import db
from quizapp.web.patients.blueprint import bp
from quizapp.web.roles import everyone

FIELD = "figures_asked_for"
ASKED_FOR = timedelta(minutes=30)


@bp.get("/self-test/outlook")
@everyone
def outlook() -> str:
    """What the next page holds, so that nobody comes upon it unasked."""
    return render_template("patients/outlook.html")


@bp.get("/self-test/outlook/figures")
@everyone
def outlook_figures() -> Response | str:
    """What the article says; to whoever has not asked for it, the page that says what it is."""
    if not _has_asked(now()):
        return redirect(url_for(".outlook"), 303)
    return render_template(
        "patients/outlook_figures.html", facts=[fact for one in all_knowledge(db.session()) for fact in one.bank.facts if fact.outlook]
    )


@bp.post("/self-test/outlook/figures")
@everyone
def ask_for_figures() -> Response:
    """Keep for a while that somebody has asked for it, and show it."""
    session[FIELD] = int(now().timestamp())
    return redirect(url_for(".outlook_figures"), 303)


def _has_asked(at: datetime) -> bool:
    asked = session.get(FIELD)
    return isinstance(asked, int) and 0 <= at.timestamp() - asked < ASKED_FOR.total_seconds()
