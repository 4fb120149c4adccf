"""What a learner wishes of a question: not to be asked it any more, or to find it again."""

from collections.abc import Callable

from flask import abort, flash, redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from quizapp.clock import now
from quizapp.models.transactions import changing
from quizapp.queries.cards import flagged, suspended
from quizapp.usecases.flag_objective import flag_objective
from quizapp.usecases.resume_objective import resume_objective
from quizapp.usecases.suspend_objective import suspend_objective
from quizapp.usecases.unflag_objective import unflag_objective
from quizapp.web.extensions import db
from quizapp.web.local import local_path
from quizapp.web.roles import signed_in
from quizapp.web.study.blueprint import bp
from quizapp.web.wording import gettext as _


@bp.get("/study/set-aside")
@signed_in
def set_aside() -> str:
    """The questions that are flagged, and those that are not asked any more."""
    person_id = current_user.id
    return render_template("study/set_aside.html", flagged=flagged(db.session(), person_id), suspended=suspended(db.session(), person_id))


@bp.post("/study/<int:objective_id>/suspension")
@signed_in
def suspend(objective_id: int) -> Response:
    """Ask this no more."""
    person_id, at = current_user.id, now()
    _change(lambda: suspend_objective(db.session(), person_id, objective_id, at))
    flash(_("You are not asked this any more. What you know of it is kept."))
    return _back()


@bp.post("/study/<int:objective_id>/suspension/end")
@signed_in
def resume(objective_id: int) -> Response:
    """Ask this again."""
    person_id = current_user.id
    _change(lambda: resume_objective(db.session(), person_id, objective_id))
    flash(_("You are asked this again, on the day it is due."))
    return _back()


@bp.post("/study/<int:objective_id>/flag")
@signed_in
def flag(objective_id: int) -> Response:
    """Flag this, to find it again."""
    person_id, at = current_user.id, now()
    _change(lambda: flag_objective(db.session(), person_id, objective_id, at))
    flash(_("Flagged. You find it again on your list."))
    return _back()


@bp.post("/study/<int:objective_id>/flag/end")
@signed_in
def unflag(objective_id: int) -> Response:
    """Take the flag away."""
    person_id = current_user.id
    _change(lambda: unflag_objective(db.session(), person_id, objective_id))
    flash(_("The flag is gone."))
    return _back()


def _change(change: Callable[[], None]) -> None:
    try:
        changing(db.session(), change)
    except LookupError:
        abort(404)


def _back() -> Response:
    return redirect(local_path(request.form.get("next"), url_for(".set_aside")), 303)
