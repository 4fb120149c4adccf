"""Saying that something is wrong with a question, and seeing what came of it."""

from flask import abort, current_app, flash, redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from questions.items import Item
from quizapp.clock import now
from quizapp.models import Report, Review
from quizapp.models.transactions import changing
from quizapp.queries.items import Gone, ask, item_asked, knowledge_of
from quizapp.queries.reports import own_reports
from quizapp.queries.reviews import own_review
from quizapp.usecases.ask_question import NotStudied, Waits, ask_question
from quizapp.usecases.report_question import Enough, report_question
from quizapp.usecases.tickets import Ticket, read_ticket
from quizapp.web.extensions import db
from quizapp.web.numbers import number
from quizapp.web.roles import signed_in
from quizapp.web.study.blueprint import bp
from quizapp.web.widgets import widget
from quizapp.web.wording import gettext as _

NOTHING: MultiDict[str, str] = MultiDict()
Answer = Response | str | tuple[str, int] | tuple[str, int, dict[str, str]]


@bp.get("/study/<int:objective_id>/report")
@signed_in
def report_asked(objective_id: int) -> Response | str:
    """The form about a question that is not answered yet."""
    try:
        asked = ask_question(db.session(), current_user, objective_id, now(), str(current_app.secret_key))
    except NotStudied:
        abort(404)
    if isinstance(asked, Waits):
        return redirect(url_for(".question", objective_id=objective_id), 303)
    return _page(objective_id, asked.item, MultiDict({"ticket": asked.ticket}), {})


@bp.get("/study/<int:objective_id>/reviews/<int:turn>/report")
@signed_in
def report_answered(objective_id: int, turn: int) -> str:
    """The form about a question that was answered."""
    review = db.session.scalar(own_review(current_user.id, objective_id, turn)) or abort(404)
    return _page(objective_id, item_asked(db.session(), review), MultiDict({"turn": str(turn)}), {})


@bp.post("/study/<int:objective_id>/reports")
@signed_in
def report(objective_id: int) -> Answer:
    """Keep a report, and go back to the question that it is about."""
    asked, form, person_id, at = _asked(objective_id), request.form, current_user.id, now()
    problem, words = form.get("problem", ""), form.get("words", "")
    outcome = changing(db.session(), lambda: report_question(db.session(), person_id, asked, problem, words, at))
    match outcome:
        case Report():
            flash(_("Thank you. Whoever runs this site reads your report. Under “Settings” you find what came of it."))
            return redirect(_back(objective_id, form), 303)
        case Enough():
            page = _page(objective_id, _item(asked), form, {"words": _(outcome.why)})
            return page, 429, {"Retry-After": str(outcome.seconds)}
        case _:
            return _page(objective_id, _item(asked), form, {field: _(why) for field, why in outcome.items()}), 422


@bp.get("/study/reports")
@signed_in
def own() -> str:
    """The person's own reports, and what was said to them."""
    return render_template("study/reports.html", reports=db.session.execute(own_reports(current_user.id)).all())


def _asked(objective_id: int) -> Review | Ticket:
    """What was asked of this person: an answer of theirs, or the question that the form's ticket names."""
    found: Review | Ticket | None
    if "turn" in request.form:
        found = db.session.scalar(own_review(current_user.id, objective_id, request.form.get("turn", -1, number)))
    else:
        ticket = read_ticket(request.form.get("ticket", ""), str(current_app.secret_key))
        found = ticket if ticket and (ticket.learner, ticket.objective) == (current_user.id, objective_id) else None
    return found or abort(404)


def _item(asked: Review | Ticket) -> Item | None:
    if isinstance(asked, Review):
        return item_asked(db.session(), asked)
    try:
        knowledge = knowledge_of(db.session(), asked.revision)
        return ask(knowledge, asked.key, asked.template, asked.version, asked.seed, asked.audience, asked.language)
    except Gone:
        return None


def _page(objective_id: int, item: Item | None, given: MultiDict[str, str], problems: dict[str, str]) -> str:
    return render_template(
        "study/report.html",
        objective_id=objective_id,
        item=item,
        widget=widget(item.interaction) if item else None,
        given=given,
        problems=problems,
        back=_back(objective_id, given),
        here=url_for(".own"),
    )


def _back(objective_id: int, given: MultiDict[str, str]) -> str:
    turn = given.get("turn", None, number)
    return url_for(".feedback", objective_id=objective_id, turn=turn) if turn else url_for(".question", objective_id=objective_id)
