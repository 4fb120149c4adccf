"""The pages around a sitting: what the day holds before it, what came of it after."""

from flask import render_template
from flask_login import current_user

from quizapp.clock import now
from quizapp.queries import sitting
from quizapp.queries.reviews import last_review_of_day
from quizapp.queries.today import today as day_of
from quizapp.web.extensions import db
from quizapp.web.roles import signed_in
from quizapp.web.study.blueprint import bp
from quizapp.web.study.words import words_for_summary, words_for_today


@bp.get("/today")
@signed_in
def today() -> str:
    """What is due today."""
    day = day_of(db.session(), current_user, now())
    last = db.session.scalar(last_review_of_day(current_user.id, day.day))
    return render_template("study/today.html", today=day, last=last, words=words_for_today(day))


@bp.get("/study/summary")
@signed_in
def summary() -> str:
    """What came of the sitting, what to look at again, and when to come back."""
    at = now()
    found, day = sitting.summary(db.session(), current_user, at), day_of(db.session(), current_user, at)
    return render_template("study/summary.html", summary=found, today=day, words=words_for_summary(found, day))
