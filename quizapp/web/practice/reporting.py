"""Saying that something is wrong with a question of a quiz, once it is answered."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from quizapp.clock import now
from quizapp.models import Report
from quizapp.models.transactions import changing
from quizapp.queries.attempts import Asked
from quizapp.queries.items import item_in_attempt
from quizapp.usecases.report_question import Enough, report_question
from quizapp.usecases.tickets import Ticket
from quizapp.web.extensions import db
from quizapp.web.practice.blueprint import bp
from quizapp.web.practice.own import own_question
from quizapp.web.roles import signed_in
from quizapp.web.widgets import widget
from quizapp.web.wording import gettext as _

NOTHING: MultiDict[str, str] = MultiDict()
Answer = Response | str | tuple[str, int] | tuple[str, int, dict[str, str]]


@bp.get("/practice/attempts/<int:attempt>/<int:position>/report")
@signed_in
def report_form(attempt: int, position: int) -> str:
    """The form about a question."""
    return _page(attempt, _final(attempt, position), NOTHING, {})


@bp.post("/practice/attempts/<int:attempt>/<int:position>/report")
@signed_in
def report(attempt: int, position: int) -> Answer:
    """Keep a report, and go back to the question that it is about."""
    asked, form, person_id, at = _final(attempt, position), request.form, current_user.id, now()
    ticket, problem, words = _ticket(asked), form.get("problem", ""), form.get("words", "")
    outcome = changing(db.session(), lambda: report_question(db.session(), person_id, ticket, problem, words, at))
    match outcome:
        case Report():
            flash(_("Thank you. Whoever runs this site reads your report. Under “Settings” you find what came of it."))
            return redirect(url_for(".question", attempt=attempt, position=position), 303)
        case Enough():
            return _page(attempt, asked, form, {"words": _(outcome.why)}), 429, {"Retry-After": str(outcome.seconds)}
        case _:
            return _page(attempt, asked, form, {field: _(why) for field, why in outcome.items()}), 422


def _final(attempt: int, position: int) -> Asked:
    """A question whose answer is final: before that nothing is said of it."""
    found, asked = own_question(attempt, position, now())
    return asked if asked.answer.final_at or not found.open else abort(404)


def _ticket(asked: Asked) -> Ticket:
    """What was asked, as a ticket says it; it has no turn."""
    answer = asked.answer
    return Ticket(
        learner=answer.learner_id,
        objective=asked.objective.id,
        key=asked.objective.key,
        turn=0,
        step=0,
        revision=answer.revision,
        template=answer.template,
        version=answer.version,
        seed=answer.seed,
        shown=answer.shown,
        audience=answer.audience,
        language=answer.language,
    )


def _page(attempt: int, asked: Asked, given: MultiDict[str, str], problems: dict[str, str]) -> str:
    item = item_in_attempt(db.session(), asked.answer)
    return render_template(
        "study/report.html",
        objective_id=asked.objective.id,
        item=item,
        widget=widget(item.interaction) if item else None,
        given=given,
        problems=problems,
        action=url_for(".report", attempt=attempt, position=asked.position),
        back=url_for(".question", attempt=attempt, position=asked.position),
        here=url_for(".report_form", attempt=attempt, position=asked.position),
    )
