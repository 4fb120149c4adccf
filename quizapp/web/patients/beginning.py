"""The page on which a visit begins."""

from flask import abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from questions.knowledge import Knowledge
from quizapp.clock import now
from quizapp.queries.items import all_knowledge
from quizapp.web.extensions import db
from quizapp.web.patients.blueprint import bp
from quizapp.web.roles import everyone
from quizapp.web.visits import begin_visit


@bp.get("/self-test")
@everyone
def start() -> str:
    """What this is, for whom, and what there is to choose."""
    return render_template("patients/start.html", parts=_asking().bank.self_test)


@bp.post("/visits")
@everyone
def begin() -> Response:
    """Begin a visit with the parts that were chosen; with all of them where none was."""
    knowledge, chosen = _asking(), request.form.getlist("part")
    parts = [part for part in knowledge.bank.self_test if part.id in chosen] or knowledge.bank.self_test
    asked = tuple(name for part in parts for name in part.objectives)
    begin_visit(knowledge.bank.revision, asked, helping=request.form.get("who") == "someone", at=now())
    return redirect(url_for(".question", number=1), 303)


def _asking() -> Knowledge:
    """The first bank that has a self-test."""
    return next((one for one in all_knowledge(db.session()) if one.bank.self_test), None) or abort(404)
