"""The end of an attempt: a look at what is open before it is finished, and leaving it."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from quizapp.clock import now
from quizapp.models.transactions import changing
from quizapp.queries.withheld import told_from
from quizapp.usecases.finish_attempt import finish_attempt
from quizapp.usecases.leave_attempt import leave_attempt
from quizapp.web.audiences import is_patient
from quizapp.web.ends import moved
from quizapp.web.extensions import db
from quizapp.web.practice.blueprint import bp
from quizapp.web.practice.half_filled import half_filled
from quizapp.web.practice.own import own_sheet
from quizapp.web.practice.palette import palette
from quizapp.web.practice.set_by import set_by
from quizapp.web.roles import signed_in
from quizapp.web.wording import gettext as _


@bp.get("/practice/attempts/<int:attempt>/check")
@signed_in
def check(attempt: int) -> Response | str:
    """What is unanswered, half answered and flagged, before an attempt is finished."""
    at = now()
    found = own_sheet(attempt, at)
    if not found.open:
        return redirect(url_for(".result", attempt=attempt), 303)
    half = half_filled(db.session(), found)
    here = url_for(".check", attempt=attempt)
    waits = told_from(db.session(), found.quiz, at) is not None
    return render_template(
        "practice/check.html",
        sheet=found,
        half=half,
        palette=palette(found, half=half),
        waits=waits,
        moved=moved(found.attempt, at, current_user.zone),
        here=here,
    )


@bp.post("/practice/attempts/<int:attempt>/finish")
@signed_in
def finish(attempt: int) -> Response:
    """Finish an attempt, once."""
    person_id, at, form = current_user.id, now(), request.form.to_dict(flat=False)
    try:
        changing(db.session(), lambda: finish_attempt(db.session(), person_id, attempt, at, form))
    except LookupError:
        abort(404)
    return redirect(url_for(".result", attempt=attempt), 303)


@bp.get("/practice/attempts/<int:attempt>/leaving")
@signed_in
def ask_to_leave(attempt: int) -> Response | str:
    """Ask once whether an attempt is to be given up."""
    found = own_sheet(attempt, now())
    if not found.open:
        return redirect(url_for(".result", attempt=attempt), 303)
    if found.set_by_course:
        abort(404)
    return render_template("practice/leaving.html", sheet=found)


@bp.post("/practice/attempts/<int:attempt>/leaving")
@signed_in
def leave(attempt: int) -> Response:
    """Give an attempt up."""
    person_id, at, back = current_user.id, now(), _back(attempt)
    try:
        left = changing(db.session(), lambda: leave_attempt(db.session(), person_id, attempt, at))
    except LookupError:
        abort(404)
    if left:
        flash(_("You left these questions.") if is_patient() else _("You left the quiz."))
    return redirect(back, 303)


def _back(attempt: int) -> str:
    """Where somebody goes who leaves: after a trial to what was tried, else to practice."""
    found = own_sheet(attempt, now())
    by_course = set_by(found)
    return by_course.address if found.quiz.trial and by_course else url_for(".practice")
