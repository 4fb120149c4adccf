"""The library: which banks and topics there are, and which of them are studied."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from quizapp.clock import now
from quizapp.models.transactions import changing
from quizapp.queries.library import library as shelves_of
from quizapp.queries.today import study_day_of
from quizapp.usecases.pause_topic import pause_topic
from quizapp.usecases.start_topics import start_topics
from quizapp.web.audiences import PLAIN, is_patient, reader
from quizapp.web.extensions import db
from quizapp.web.roles import everyone, signed_in
from quizapp.web.visits import current_visit
from quizapp.web.wording import gettext as _

bp = Blueprint("library", __name__)


@bp.get("/library")
@everyone
def library() -> str:
    """Banks and topics: how much each holds, and how far this learner is."""
    if current_user.is_authenticated:
        today = study_day_of(db.session(), current_user, now())
        shelves = shelves_of(db.session(), current_user.id, today, current_user.audience, plainly=is_patient())
    else:
        visits = current_visit() is not None
        shelves = shelves_of(db.session(), None, None, PLAIN if visits else None, plainly=reader() == PLAIN)
    nothing_yet = not any(topic.studied for shelf in shelves for topic in shelf.topics)
    return render_template("library/library.html", shelves=shelves, nothing_yet=nothing_yet)


@bp.post("/studies")
@signed_in
def start() -> Response:
    """Start topics, or go on with them, and ask the first question."""
    learner_id, bank, topics, at = current_user.id, request.form.get("bank", ""), request.form.getlist("topic"), now()
    try:
        changing(db.session(), lambda: start_topics(db.session(), learner_id, bank, topics, at))
    except LookupError:
        abort(404)
    return redirect(url_for("study.next_one", more=1), 303)


@bp.post("/studies/pauses")
@signed_in
def pause() -> Response:
    """Let a topic rest: nothing of it is asked until it is taken up again."""
    learner_id, bank, topic, at = current_user.id, request.form.get("bank", ""), request.form.get("topic", ""), now()
    if not changing(db.session(), lambda: pause_topic(db.session(), learner_id, bank, topic, at)):
        abort(404)
    flash(_("The topic rests. What you know of it is kept."))
    return redirect(url_for("library.library"), 303)
