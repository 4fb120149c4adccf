"""Exams: naming their day, the plan to it, and practice for it."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from secrets import token_hex

from flask import abort, flash, redirect, render_template, request, url_for
from flask_login import current_user
from sqlalchemy import select
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from quizapp.clock import now
from quizapp.models import Exam
from quizapp.models.transactions import changing
from quizapp.queries.courses import own_places
from quizapp.queries.due_soon import due_soon
from quizapp.queries.exams import ALL, exam_page, exams_ahead, exams_of, own_exam
from quizapp.queries.items import current_revisions
from quizapp.queries.study_days import study_day_of
from quizapp.usecases.drop_exam import drop_exam
from quizapp.usecases.name_exam import FURTHEST, name_exam
from quizapp.web.banks import every_bank
from quizapp.web.due_dates import DueWords, due_in_words
from quizapp.web.extensions import db
from quizapp.web.plans.blueprint import bp
from quizapp.web.plans.pace import keep_pace
from quizapp.web.plans.words import titles_of_exams, words_for_plan
from quizapp.web.quiz_offers import begin_quiz_of
from quizapp.web.roles import signed_in
from quizapp.web.wording import format_date
from quizapp.web.wording import gettext as _

EVERYTHING = "everything"
"""How addresses name the exam in all that is studied."""

NOTHING: MultiDict[str, str] = MultiDict()


@bp.get("/exams")
@signed_in
def exams() -> str:
    """The exams to come, and a form for one more; for the day that an address names, as the date of a course does."""
    return _exams(request.args)


@bp.post("/exams")
@signed_in
def name() -> Response | tuple[str, int]:
    """Name the day of an exam."""
    form, person_id, at = request.form, current_user.id, now()
    banks = [bank for bank, _revision in db.session.execute(current_revisions())]
    bank, day = _bank(form.get("bank", EVERYTHING)), form.get("day", "")
    before = db.session.scalar(select(Exam.day).where(Exam.learner_id == person_id, Exam.bank == bank))
    outcome = changing(db.session(), lambda: name_exam(db.session(), person_id, banks, bank, day, at))
    if not isinstance(outcome, Exam):
        return _exams(form, {field: _(why) for field, why in outcome.items()}), 422
    if before not in (None, outcome.day):
        flash(_("This day takes the place of the one named before, %(day)s.", day=format_date(before, "EEEE d MMMM y")))
    return redirect(url_for(".exam", bank=_address(outcome.bank)), 303)


@bp.get("/exams/<bank>")
@signed_in
def exam(bank: str) -> str:
    """The plan to an exam."""
    at = now()
    found = _found(bank)
    page = exam_page(db.session(), current_user, found, at)
    return render_template(
        "plans/exam.html",
        page=page,
        bank=bank,
        title=titles_of_exams().get(found.bank, found.bank),
        words=words_for_plan(page, current_user),
        seed=token_hex(8),
        dates=_dates(at, page.day + timedelta(days=1) - page.today),
        in_courses=any(place.role == "learner" for _course, place in db.session.execute(own_places(current_user.id))),
    )


@bp.post("/exams/<bank>/end")
@signed_in
def drop(bank: str) -> Response:
    """Plan for an exam no more."""
    person_id, named = current_user.id, _found(bank).bank
    changing(db.session(), lambda: drop_exam(db.session(), person_id, named))
    flash(_("There is no plan for this exam any more. Your questions come as before."))
    return redirect(url_for(".exams"), 303)


@bp.post("/exams/<bank>/pace")
@signed_in
def pace(bank: str) -> Response:
    """Meet as many new questions a day as the exam takes."""
    _found(bank)
    keep_pace()
    return redirect(url_for(".exam", bank=bank), 303)


@bp.post("/exams/<bank>/practice")
@signed_in
def practise(bank: str) -> Response:
    """Begin a quiz of what is practised for an exam today."""
    found, at = _found(bank), now()
    wanted = {one for ahead in exams_ahead(db.session(), current_user, at) if ahead.exam.bank == found.bank for one in ahead.practice}
    return begin_quiz_of(wanted, at, url_for(".exam", bank=bank))


def _found(bank: str) -> Exam:
    today = study_day_of(db.session(), current_user, now())
    found: Exam | None = db.session.scalar(own_exam(current_user.id, _bank(bank), today))
    return found or abort(404)


def _bank(address: str) -> str:
    return ALL if address == EVERYTHING or "\0" in address else address


def _address(bank: str) -> str:
    return bank or EVERYTHING


def _dates(at: datetime, within: timedelta) -> list[DueWords]:
    """What courses have set that is due within this time."""
    return [due_in_words(one, current_user.zone) for one in due_soon(db.session(), current_user.id, at, within)]


def _exams(given: MultiDict[str, str], problems: Mapping[str, str] | None = None) -> str:
    at = now()
    today = study_day_of(db.session(), current_user, at)
    titles = titles_of_exams()
    return render_template(
        "plans/exams.html",
        exams=[
            (format_date(one.day, "EEEE d MMMM y"), _address(one.bank), titles.get(one.bank, one.bank))
            for one in db.session.scalars(exams_of(current_user.id, today))
        ],
        choices=[(EVERYTHING, titles[ALL]), *((knowledge.bank.name, knowledge.bank.title) for knowledge in every_bank())],
        dates=_dates(at, FURTHEST),
        today=today,
        given=given,
        problems=problems or {},
        here=url_for(".exams"),
    )
