"""Beginning a topic afresh, and taking that back."""

from flask import abort, flash, redirect, render_template, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from questions.bank import Topic
from quizapp.clock import now
from quizapp.models.transactions import changing
from quizapp.queries.resets import last_reset, live_in_topic
from quizapp.queries.topics import study_of
from quizapp.usecases.reset_topic import reset_topic
from quizapp.usecases.take_back_reset import take_back_reset
from quizapp.web.banks import bank_or_404, topic_or_404
from quizapp.web.extensions import db
from quizapp.web.roles import signed_in
from quizapp.web.study.blueprint import bp
from quizapp.web.wording import gettext as _
from quizapp.web.wording import ngettext


@bp.get("/studies/<bank>/<topic>/afresh")
@signed_in
def afresh(bank: str, topic: str) -> str:
    """What beginning afresh would mean, or a way back where it was done."""
    shown = _found(bank, topic)
    return render_template(
        "study/afresh.html",
        bank=bank,
        topic=shown,
        answers=len(live_in_topic(db.session(), current_user.id, bank, topic)),
        can_be_taken_back=last_reset(db.session(), current_user.id, bank, topic) is not None,
    )


@bp.post("/studies/<bank>/<topic>/resets")
@signed_in
def reset(bank: str, topic: str) -> Response:
    """Let no answer in a topic count any more."""
    _found(bank, topic)
    person_id, at = current_user.id, now()
    answers = changing(db.session(), lambda: reset_topic(db.session(), person_id, bank, topic, at))
    if answers:
        flash(
            ngettext(
                "The topic is new again. %(num)d answer counts no more.", "The topic is new again. %(num)d answers count no more.", answers
            )
        )
    return redirect(url_for(".afresh", bank=bank, topic=topic), 303)


@bp.post("/studies/<bank>/<topic>/resets/end")
@signed_in
def end_reset(bank: str, topic: str) -> Response:
    """Let the answers count again."""
    _found(bank, topic)
    person_id, at = current_user.id, now()
    if changing(db.session(), lambda: take_back_reset(db.session(), person_id, bank, topic, at)):
        flash(_("All that you knew of this topic is there again."))
    return redirect(url_for(".afresh", bank=bank, topic=topic), 303)


def _found(bank: str, topic: str) -> Topic:
    shown = topic_or_404(bank_or_404(bank), topic)
    return shown if db.session.scalar(study_of(current_user.id, bank, topic)) else abort(404)
