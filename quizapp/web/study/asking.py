"""Asking a question, and taking the answer to it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import assert_never

from flask import abort, current_app, redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from questions.responses import Malformed
from quizapp.clock import now
from quizapp.models.plain import Plain
from quizapp.models.transactions import changing
from quizapp.queries.reviews import last_review_of_day, reviews_of_day
from quizapp.queries.sitting import sitting
from quizapp.queries.today import queue_of, study_day_of
from quizapp.scheduling.queue import DayQueue
from quizapp.usecases.answer_question import AlreadyAnswered, AskedAgain, Logged, Outdated, Retired, SignedOut, answer_question
from quizapp.usecases.ask_question import NotStudied, Question, Waits, ask_question
from quizapp.usecases.next_question import next_question
from quizapp.web.certainties import certainties
from quizapp.web.extensions import db
from quizapp.web.limits import takes
from quizapp.web.roles import signed_in, signed_in_by_itself, to_sign_in
from quizapp.web.study.blueprint import bp
from quizapp.web.study.counted_before import say_which_counts
from quizapp.web.study.progress import before_an_answer
from quizapp.web.study.skipping import forget_skipped, keep_skipped, skipped
from quizapp.web.topic_titles import title_of_topic
from quizapp.web.who import sid
from quizapp.web.widgets import first_field, widget
from quizapp.web.wording import gettext as _


@bp.get("/study")
@signed_in
def next_one() -> Response:
    """Go on to the next question; after a portion, unless more is asked for, to the summary."""
    at = now()
    if more := request.args.get("more"):
        forget_skipped()
    portion_done = not more and sitting(db.session(), current_user, at).portion_done
    return redirect(url_for(".summary"), 303) if portion_done else _on(at)


@bp.get("/study/<int:objective_id>")
@signed_in
def question(objective_id: int) -> Response | str:
    """One question; where it is not its turn, the feedback on the answer that it had, or the next one."""
    at = now()
    asked = _asked(objective_id, at)
    queue, _answered = queue_of(db.session(), current_user, study_day_of(db.session(), current_user, at))
    if isinstance(asked, Waits) or objective_id not in queue.may:
        return _what_it_had(objective_id, at) or redirect(url_for(".next_one"), 303)
    return (_what_it_had(objective_id, at) if _too_soon(asked, at) else None) or _page(asked, at, queue=queue)


@bp.post("/study/<int:objective_id>/reviews")
@signed_in_by_itself
@takes(64)
def review(objective_id: int) -> Response | tuple[str, int]:
    """Log the answer to a question, or say what to change about it."""
    answers, token, at, door = request.form.to_dict(flat=False), sid() or "", now(), Plain(db.engine)
    outcome = changing(door, lambda: answer_question(door, token, objective_id, answers, at, _key()))
    match outcome:
        case AlreadyAnswered(of, turn):
            say_which_counts(of, turn, answers)
            return redirect(url_for(".feedback", objective_id=of, turn=turn), 303)
        case Logged(of, turn):
            forget_skipped(of)
            return redirect(url_for(".feedback", objective_id=of, turn=turn), 303)
        case AskedAgain(why, field, asked):
            return _page(asked, at, answers, {field or first_field(asked.item.interaction): _(why)}), 422
        case Malformed(why):
            return _afresh(objective_id, at, answers, _(why))
        case Outdated(why=why):
            return _afresh(objective_id, at, {}, _(why))
        case Retired():
            return render_template("study/retired.html"), 410
        case SignedOut():
            return to_sign_in(url_for(".question", objective_id=objective_id))
        case _:
            assert_never(outcome)


@bp.post("/study/<int:objective_id>/skips")
@signed_in
def skip(objective_id: int) -> Response:
    """Go on without an answer; where the question is not there to be asked any more, go on all the same."""
    at = now()
    if not isinstance(_asked(objective_id, at), Waits):
        keep_skipped(study_day_of(db.session(), current_user, at), objective_id)
    return _on(at)


def _on(at: datetime) -> Response:
    """To the next question or, where nothing is left but what was skipped, to the summary."""
    objective_id = next_question(db.session(), current_user, at, _skipped(at))
    return redirect(url_for(".summary") if objective_id is None else url_for(".question", objective_id=objective_id), 303)


def _skipped(at: datetime) -> frozenset[int]:
    return skipped(study_day_of(db.session(), current_user, at))


def _too_soon(asked: Question, at: datetime) -> bool:
    """Whether somebody went back to a question just answered, which is to be asked again, but after others."""
    return asked.kind == "drill" and next_question(db.session(), current_user, at, _skipped(at)) != asked.objective_id


def _what_it_had(objective_id: int, at: datetime) -> Response | None:
    """The feedback on today's answer to a question, if it was answered."""
    today = db.session.scalars(reviews_of_day(current_user.id, study_day_of(db.session(), current_user, at)))
    turns = [review.turn for review in today if review.objective_id == objective_id]
    return redirect(url_for(".feedback", objective_id=objective_id, turn=turns[-1]), 303) if turns else None


def _afresh(objective_id: int, at: datetime, answers: Mapping[str, Sequence[str]], why: str) -> Response | tuple[str, int]:
    """The question as it is asked now, with what was picked, and why the form could not be read."""
    asked = _asked(objective_id, at)
    if isinstance(asked, Waits):
        return redirect(url_for(".next_one"), 303)
    return _page(asked, at, answers, {first_field(asked.item.interaction): why}), 422


def _asked(objective_id: int, at: datetime) -> Question | Waits:
    try:
        return ask_question(db.session(), current_user, objective_id, at, _key())
    except NotStudied:
        abort(404)


def _page(
    asked: Question,
    at: datetime,
    given: Mapping[str, Sequence[str]] | None = None,
    problems: Mapping[str, str] | None = None,
    queue: DayQueue | None = None,
) -> str:
    return render_template(
        "study/question.html",
        question=asked,
        widget=widget(asked.item.interaction),
        topic=title_of_topic(db.session(), asked.item),
        progress=before_an_answer(sitting(db.session(), current_user, at, queue), asked.objective_id),
        certainties=certainties(),
        last=db.session.scalar(last_review_of_day(current_user.id, study_day_of(db.session(), current_user, at))),
        given=given or {},
        problems=problems or {},
        here=url_for(".question", objective_id=asked.objective_id),
    )


def _key() -> str:
    return str(current_app.secret_key)
