"""Dates that a course has set: the plan to one, and practice for it."""

from secrets import token_hex

from flask import abort, redirect, render_template, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from quizapp.clock import now
from quizapp.queries.due_soon import DueSoon, own_due
from quizapp.queries.set_dates import not_studied, way_to_set
from quizapp.web.due_dates import due_in_words
from quizapp.web.extensions import db
from quizapp.web.plans.blueprint import bp
from quizapp.web.plans.pace import keep_pace
from quizapp.web.plans.words import words_for_plan
from quizapp.web.quiz_offers import begin_quiz_of
from quizapp.web.roles import signed_in
from quizapp.web.set_dates import not_seen_in_words


@bp.get("/exams/set/<int:assignment_id>")
@signed_in
def set_by_course(assignment_id: int) -> str:
    """The plan to it."""
    at, soon = now(), _found(assignment_id)
    way = way_to_set(db.session(), current_user, soon, at)
    due = due_in_words(soon, current_user.zone)
    when = " ".join((due.sentence, *not_seen_in_words(way.ahead)))
    return render_template(
        "plans/set_date.html",
        page=way,
        due=due,
        exam=soon.assignment.exam,
        not_studied=not_studied(db.session(), current_user.id, soon, at),
        words=words_for_plan(way, current_user, when),
        seed=token_hex(8),
    )


@bp.post("/exams/set/<int:assignment_id>/practice")
@signed_in
def practise_set(assignment_id: int) -> Response:
    """Begin a quiz of what was not seen in the seven days before it yet."""
    at, soon = now(), _found(assignment_id)
    not_seen = way_to_set(db.session(), current_user, soon, at).ahead.not_seen
    return begin_quiz_of(not_seen, at, url_for(".set_by_course", assignment_id=assignment_id))


@bp.post("/exams/set/<int:assignment_id>/pace")
@signed_in
def pace_of_set(assignment_id: int) -> Response:
    """Meet as many new questions a day as it takes."""
    _found(assignment_id)
    keep_pace()
    return redirect(url_for(".set_by_course", assignment_id=assignment_id), 303)


def _found(assignment_id: int) -> DueSoon:
    """What is set for this learner, and told them: of what is to be studied nothing before it opens."""
    found = own_due(db.session(), current_user.id, assignment_id, now())
    return found if found and (found.open or found.assignment.exam) else abort(404)
