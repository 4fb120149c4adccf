"""What a learner wishes of a question: not to be asked it any more, to be asked sooner, to find it again, and what they note about it."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from flask import abort, flash, redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from quizapp.clock import now
from quizapp.models.transactions import changing
from quizapp.queries.cards import flagged, is_paused, suspended
from quizapp.queries.listed import listed
from quizapp.queries.notes import own_notes
from quizapp.queries.objectives import objective_page
from quizapp.queries.study_days import study_day_of
from quizapp.usecases.ask_sooner import ask_sooner
from quizapp.usecases.ask_when_due import ask_when_due
from quizapp.usecases.flag_objective import flag_objective
from quizapp.usecases.resume_objective import resume_objective
from quizapp.usecases.suspend_objective import suspend_objective
from quizapp.usecases.unflag_objective import unflag_objective
from quizapp.usecases.write_note import write_note
from quizapp.web.audiences import is_patient
from quizapp.web.banks import bank_or_404, topic_or_404
from quizapp.web.coming_days import day_in_words
from quizapp.web.extensions import db
from quizapp.web.local import local_path
from quizapp.web.roles import signed_in
from quizapp.web.study.blueprint import bp
from quizapp.web.study.returning import standing
from quizapp.web.wording import gettext as _

Changed = TypeVar("Changed")


@bp.get("/study/set-aside")
@signed_in
def set_aside() -> str:
    """The questions that are flagged, those that rest and why, and the notes."""
    person_id = current_user.id
    return render_template(
        "study/set_aside.html",
        flagged=flagged(db.session(), person_id),
        resting=[(because, suspended(db.session(), person_id, because)) for because in ("leech", "wished", "known")],
        notes=db.session.execute(own_notes(person_id)).all(),
    )


@bp.get("/study/<int:objective_id>/about")
@signed_in
def about(objective_id: int) -> str:
    """One question of the learner's: where it stands, what they wish of it, and their note."""
    return _about(objective_id)


@bp.post("/study/<int:objective_id>/note")
@signed_in
def note(objective_id: int) -> Response | tuple[str, int]:
    """Keep a note, or take it away where nothing is written."""
    person_id, at, words = current_user.id, now(), request.form.get("words", "")
    outcome = _change(lambda: write_note(db.session(), person_id, objective_id, words, at))
    if isinstance(outcome, dict):
        return _about(objective_id, words, {field: _(why) for field, why in outcome.items()}), 422
    if words.strip():
        flash(_("Your note is kept."))
    else:
        flash(_("Your note is gone.") if outcome else _("Nothing was written, so there is no note."))
    return redirect(url_for(".about", objective_id=objective_id), 303)


@bp.post("/study/<int:objective_id>/suspension")
@signed_in
def suspend(objective_id: int) -> Response:
    """Ask this no more."""
    person_id, at = current_user.id, now()
    _change(lambda: suspend_objective(db.session(), person_id, objective_id, at))
    _tell(
        _("You are not asked this any more. What you know of it is kept."),
        plainly=_("We do not ask you this again. “Settings” leads to a list where you can change that."),
    )
    return _back()


@bp.post("/study/<int:objective_id>/knowledge")
@signed_in
def know(objective_id: int) -> Response:
    """Do not ask this: it is known already."""
    person_id, at = current_user.id, now()
    _change(lambda: suspend_objective(db.session(), person_id, objective_id, at, "known"))
    flash(_("You are not asked this, since you know it already. You find it on your list, should you want it after all."))
    return _back()


@bp.post("/study/<int:objective_id>/sooner")
@signed_in
def sooner(objective_id: int) -> Response:
    """Ask this sooner than it is due."""
    person, at = current_user, now()
    day = _change(lambda: ask_sooner(db.session(), person, objective_id, at))
    if is_paused(db.session(), person.id, objective_id):
        flash(_("The topic of this rests. It comes first once you start the topic again, in the library."))
        return _back()
    if objective_id in listed(db.session(), person, [objective_id], at):
        flash(_("You are asked this %(day)s.", day=day_in_words(day, study_day_of(db.session(), person, at))))
    else:
        flash(_("This rests, so you are not asked it now. Once you are, it comes first."))
    return _back()


@bp.post("/study/<int:objective_id>/sooner/end")
@signed_in
def when_due(objective_id: int) -> Response:
    """Ask this when it is due, and no sooner."""
    person_id = current_user.id
    _change(lambda: ask_when_due(db.session(), person_id, objective_id))
    _tell(_("You are asked this on the day it is due."), plainly=_("We ask you this at the usual time."))
    return _back()


@bp.post("/study/<int:objective_id>/suspension/end")
@signed_in
def resume(objective_id: int) -> Response:
    """Ask this again."""
    person, at = current_user, now()
    _change(lambda: resume_objective(db.session(), person, objective_id, at))
    _tell(_("You are asked this again, on the day it is due."), plainly=_("We ask you this again."))
    return _back()


@bp.post("/study/<int:objective_id>/flag")
@signed_in
def flag(objective_id: int) -> Response:
    """Flag this, to find it again."""
    person_id, at = current_user.id, now()
    _change(lambda: flag_objective(db.session(), person_id, objective_id, at))
    _tell(_("Flagged. You find it again on your list."), plainly=_("Saved. “Settings” leads to what you saved."))
    return _back()


@bp.post("/study/<int:objective_id>/flag/end")
@signed_in
def unflag(objective_id: int) -> Response:
    """Take the flag away."""
    person_id = current_user.id
    _change(lambda: unflag_objective(db.session(), person_id, objective_id))
    _tell(_("The flag is gone."), plainly=_("It is not saved any more."))
    return _back()


def _about(objective_id: int, words: str | None = None, problems: Mapping[str, str] | None = None) -> str:
    at = now()
    page = objective_page(db.session(), current_user, objective_id, at) or abort(404)
    today = study_day_of(db.session(), current_user, at)
    return render_template(
        "study/about.html",
        page=page,
        topic=topic_or_404(bank_or_404(page.objective.bank), page.objective.topic),
        standing=standing(page, today),
        words=page.note if words is None else words,
        problems=problems or {},
        here=url_for(".about", objective_id=objective_id),
    )


def _change(change: Callable[[], Changed]) -> Changed:
    try:
        return changing(db.session(), change)
    except LookupError:
        abort(404)


def _tell(words: str, *, plainly: str) -> None:
    """Say what was done, to patients in plain words."""
    flash(plainly if is_patient() else words)


def _back() -> Response:
    return redirect(local_path(request.form.get("next"), url_for(".set_aside")), 303)
