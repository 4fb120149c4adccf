"""What follows an answer: its feedback, taking it back, and saying that it was a guess."""

from datetime import datetime

from flask import abort, flash, redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from quizapp.clock import now
from quizapp.models.transactions import changing
from quizapp.queries.corrections import corrected_since
from quizapp.queries.reviews import ReviewPage, review_page
from quizapp.queries.sitting import sitting
from quizapp.queries.today import is_asked, study_day_of
from quizapp.scheduling.cards import KNOWN
from quizapp.usecases.lower_grade import lower_grade
from quizapp.usecases.undo_review import undo_review
from quizapp.web.audiences import is_patient
from quizapp.web.extensions import db
from quizapp.web.marking import answer_in_words, marked, without_marks
from quizapp.web.numbers import number
from quizapp.web.reasons import reasons
from quizapp.web.roles import signed_in
from quizapp.web.sources import where_it_says_so
from quizapp.web.study.blueprint import bp
from quizapp.web.study.progress import after_an_answer
from quizapp.web.study.returning import returning
from quizapp.web.study.verdict_on_review import verdict_on_review
from quizapp.web.topic_titles import title_of_topic
from quizapp.web.widgets import widget
from quizapp.web.wording import gettext as _


@bp.get("/study/<int:objective_id>/reviews/<int:turn>")
@signed_in
def feedback(objective_id: int, turn: int) -> str:
    """The verdict on an answer, why, and when the question comes back."""
    at = now()
    page = _found(objective_id, turn, at)
    if page.item is None:
        return render_template("study/reworded.html", page=page)
    interaction, run = page.item.interaction, sitting(db.session(), current_user, at)
    today = study_day_of(db.session(), current_user, at)
    marks = marked(interaction, page.response)
    return render_template(
        "study/feedback.html",
        page=page,
        item=page.item,
        topic=title_of_topic(db.session(), page.item),
        portion_done=run.portion_done,
        progress=after_an_answer(run),
        widget=widget(interaction),
        verdict=verdict_on_review(interaction, page.response, page.review),
        answer=answer_in_words(interaction),
        marked=without_marks(marks) if is_patient() else marks,
        corrected=corrected_since(db.session(), page.review.revision, page.item.facts),
        reasons=reasons(interaction),
        says_so=where_it_says_so(page.item.source.document, page.item.sections, plainly=is_patient()),
        returning=returning(
            page.review.due_after,
            today,
            page.why,
            drilling=page.drilled,
            practice=page.review.kind == "drill",
            guess=page.review.marks == page.review.maximum and page.review.counted_grade < KNOWN,
            sooner=page.sooner,
            because=page.because,
        ),
    )


@bp.post("/study/<int:objective_id>/reviews/<int:turn>/lowering")
@signed_in
def lower(objective_id: int, turn: int) -> Response:
    """Count an answer as the guess that it was."""
    person, at = current_user, now()
    page = _found(objective_id, turn, at)
    if page.may_lower and changing(db.session(), lambda: lower_grade(db.session(), person, objective_id, turn, at)):
        flash(_("Counted as a guess."))
    return redirect(url_for(".feedback", objective_id=objective_id, turn=turn), 303)


@bp.post("/study/undone")
@signed_in
def undo() -> Response:
    """Take back the last answer of the day, if it still is the one that the page showed."""
    person, at = current_user, now()
    shown = (request.form.get("objective", -1, number), request.form.get("turn", -1, number))
    undone = changing(db.session(), lambda: undo_review(db.session(), person, at, only=shown))
    if undone is None:
        return redirect(url_for(".next_one"), 303)
    if not is_asked(db.session(), current_user, undone.objective_id, at):
        flash(_("Your answer was taken back. The question rests, so here is the next one."))
        return redirect(url_for(".next_one"), 303)
    flash(_("Your answer was taken back. Here is the same question again."))
    return redirect(url_for(".question", objective_id=undone.objective_id), 303)


def _found(objective_id: int, turn: int, at: datetime) -> ReviewPage:
    return review_page(db.session(), current_user, objective_id, turn, at) or abort(404)
