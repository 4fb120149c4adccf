"""Putting a question aside for a course, seeing what is, and asking it again."""

from typing import assert_never

from flask import abort, flash, redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from questions.writing import templates_of
from quizapp.analysis.item_analysis import ItemFigures
from quizapp.clock import now
from quizapp.models import Aside, Course, Objective
from quizapp.models.asides import Because
from quizapp.models.courses import SEES_CONTENT, TEACHES
from quizapp.queries.asides import asides_of, put_aside_in
from quizapp.queries.item_statistics import item_statistics
from quizapp.queries.items import current_knowledge
from quizapp.usecases.end_aside import end_aside
from quizapp.usecases.put_aside import put_aside
from quizapp.usecases.put_aside_by_itself import ENOUGH
from quizapp.web.courses.blueprint import bp
from quizapp.web.courses.finding import changing_course, going_on_or_404, place_or_404
from quizapp.web.courses.statistics_tables import written
from quizapp.web.extensions import db
from quizapp.web.roles import signed_in
from quizapp.web.wording import format_day, ngettext
from quizapp.web.wording import gettext as _

Answer = Response | str | tuple[str, int]


@bp.get("/courses/<int:course_id>/asides")
@signed_in
def asides(course_id: int) -> str:
    """What the course does not ask for now, who put it aside, when and why."""
    course, place = place_or_404(course_id, SEES_CONTENT)
    found = asides_in_words(course)
    figures = _figures(course) if place.role in TEACHES and any(one.because == "discrimination" for one, _, _ in found) else {}
    return render_template("courses/asides.html", course=course, place=place, asides=found, figures=figures)


@bp.get("/courses/<int:course_id>/asides/<int:objective_id>")
@signed_in
def new_aside(course_id: int, objective_id: int) -> str:
    """The form to put aside an objective in one way of asking it."""
    course, _place = going_on_or_404(course_id)
    return _form(course, _objective(objective_id), request.args, {})


@bp.post("/courses/<int:course_id>/asides/<int:objective_id>")
@signed_in
def put(course_id: int, objective_id: int) -> Answer:
    """Put it aside."""
    at, person_id, form = now(), current_user.id, request.form
    template, words = form.get("template", ""), form.get("words", "")
    outcome = changing_course(
        course_id, lambda course, _place: put_aside(db.session(), course, _objective(objective_id), template, words, person_id, at)
    )
    if not isinstance(outcome, Aside):
        course, _place = place_or_404(course_id, TEACHES)
        return _form(course, _objective(objective_id), form, {field: _(why) for field, why in outcome.items()}), 422
    flash(_("It is put aside: no learner of this course is asked it any more. Nobody’s cards change."))
    return redirect(url_for(".asides", course_id=course_id), 303)


@bp.post("/courses/<int:course_id>/asides/<int:objective_id>/end")
@signed_in
def ask_again(course_id: int, objective_id: int) -> Response:
    """Ask it again."""
    at, template = now(), request.form.get("template", "")
    changing_course(course_id, lambda course, _place: end_aside(db.session(), course, objective_id, template, at))
    flash(_("It is asked again."))
    return redirect(url_for(".asides", course_id=course_id), 303)


def asides_in_words(course: Course) -> list[tuple[Aside, Objective, str]]:
    """What a course has put aside, each with why, by whom and when; the latest first."""
    found = db.session.execute(asides_of(course.id)).all()
    return [(aside, objective, _why(aside, called or "", course.zone)) for aside, objective, called in found]


def _figures(course: Course) -> dict[tuple[int, str], str]:
    """How each question discriminates today, and over how many first answers, in words."""
    found = item_statistics(db.session(), course, now()).questions
    return {(one.objective.id, one.template): _discriminates(one.figures) for one in found}


def _discriminates(figures: ItemFigures) -> str:
    return ngettext(
        "Discrimination today: %(index)s over %(num)d first answer.",
        "Discrimination today: %(index)s over %(num)d first answers.",
        figures.answers,
        index=written(figures.discrimination_index),
    )


def because_in_words(because: Because) -> str:
    """Why something was put aside by itself; "" where somebody did it."""
    match because:
        case "discrimination":
            return _("Put aside by itself: over %(enough)s first answers, those who do well elsewhere miss it.", enough=ENOUGH)
        case "reports":
            return _("Put aside by itself: three learners reported it.")
        case "wished":
            return ""
        case _:
            assert_never(because)


def _why(aside: Aside, called: str, zone: str) -> str:
    day = format_day(aside.aside_at, zone)
    if aside.because != "wished":
        return f"{because_in_words(aside.because)} {day}"
    return _("%(words)s (%(name)s, %(day)s)", words=aside.words, name=called or _("somebody who left"), day=day)


def _objective(objective_id: int) -> Objective:
    found = db.session.get(Objective, objective_id)
    return found if found is not None and found.retired_at is None else abort(404)


def _form(course: Course, objective: Objective, given: MultiDict[str, str], problems: dict[str, str]) -> str:
    aside = put_aside_in(db.session(), course.id).of(objective.id)
    names = [one.name for one in templates_of(current_knowledge(db.session(), objective.bank), objective.key)]
    return render_template(
        "courses/putting_aside.html",
        course=course,
        objective=objective,
        templates=[name for name in names if name not in aside],
        last=len(names) - len(aside) <= 1,
        given=given,
        problems=problems,
        here=url_for(".new_aside", course_id=course.id, objective_id=objective.id),
    )


def said_on_course_page(course: Course) -> tuple[str, list[tuple[Aside, Objective, str]]]:
    """How many questions rest, in words ("" for none), and the latest that were put aside by themselves."""
    found = asides_in_words(course)
    words = ngettext("%(num)d question is put aside.", "%(num)d questions are put aside.", len(found)) if found else ""
    return words, [one for one in found if one[0].because != "wished"][:3]
