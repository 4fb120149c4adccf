"""The pages around a sitting: what the day holds before it, what came of it after."""

from datetime import date

from flask import redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from quizapp.clock import now
from quizapp.models.transactions import changing
from quizapp.queries import sitting
from quizapp.queries.attempts import is_over, open_sheets
from quizapp.queries.due_soon import due_soon
from quizapp.queries.exams import exams_ahead
from quizapp.queries.reviews import last_review_of_day
from quizapp.queries.seen_by_course import new_remarks
from quizapp.queries.set_dates import SetAhead, set_ahead
from quizapp.queries.today import today as day_of
from quizapp.usecases.name_exam import FURTHEST
from quizapp.usecases.next_question import next_question
from quizapp.usecases.study_more import study_more
from quizapp.web.audiences import is_patient
from quizapp.web.extensions import db
from quizapp.web.looking_after import look_after_courses_of
from quizapp.web.numbers import number
from quizapp.web.roles import signed_in
from quizapp.web.set_dates import set_in_words
from quizapp.web.study.blueprint import bp
from quizapp.web.study.exams import exam_in_words
from quizapp.web.study.first_start import to_begin_with
from quizapp.web.study.skipping import skipped
from quizapp.web.study.words import numbers_of_today, words_for_summary, words_for_today, words_to_begin_with
from quizapp.web.who import teaches


@bp.get("/today")
@signed_in
def today() -> str:
    """What is due today."""
    at = now()
    day = day_of(db.session(), current_user, at)
    open_quiz = next((one for one in open_sheets(db.session(), current_user.id) if not is_over(one.attempt.ends_at, at)), None)
    last = db.session.scalar(last_review_of_day(current_user.id, day.day))
    look_after_courses_of(current_user.id, at)
    exams, dates = exams_ahead(db.session(), current_user, at), set_ahead(db.session(), current_user, at)
    if day.empty and not dates:
        dates = tuple(SetAhead(one, None) for one in due_soon(db.session(), current_user.id, at, FURTHEST))
    practice = any(one.practice for one in exams) or any(one.ahead and one.ahead.not_seen for one in dates)
    first = to_begin_with(day.day) if is_patient() and day.next_day is None else None
    return render_template(
        "study/today.html",
        today=day,
        last=last,
        open_quiz=open_quiz,
        words=words_to_begin_with() if first else words_for_today(day, is_set=bool(dates), practice=practice, teaches=teaches()),
        first=first,
        said=() if is_patient() else db.session.execute(new_remarks(current_user.id)).all(),
        numbers=() if is_patient() else numbers_of_today(day),
        exams=[exam_in_words(one) for one in exams],
        dates=[set_in_words(one, current_user.zone) for one in dates],
    )


@bp.post("/study/more")
@signed_in
def more() -> Response:
    """Ask for a portion more than the limits allow, or ahead of the days to come; it counts for today only."""
    person_id, at = current_user.id, now()
    shown, until = request.form.get("more", -1, number), request.form.get("until", None, date.fromisoformat)
    added = changing(db.session(), lambda: study_more(db.session(), person_id, at, more=shown, until=until))
    return redirect(url_for(".next_one", more=1) if added else url_for(".today"), 303)


@bp.get("/study/summary")
@signed_in
def summary() -> str:
    """What came of the sitting, what to look at again, and when to come back."""
    at = now()
    found, day = sitting.summary(db.session(), current_user, at), day_of(db.session(), current_user, at)
    over = skipped(day.day)
    all_skipped = bool(over and day.waiting) and next_question(db.session(), current_user, at, over) is None
    return render_template(
        "study/summary.html",
        summary=found,
        today=day,
        words=words_for_summary(found, day, plainly=is_patient(), all_skipped=all_skipped),
        all_skipped=all_skipped,
        plainly=is_patient(),
    )
