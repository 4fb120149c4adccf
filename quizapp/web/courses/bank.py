"""The question bank of a course, for those who teach it or look at its content."""

from flask import abort, render_template, request, url_for

from quizapp.analysis.findings import Look
from quizapp.clock import now
from quizapp.models import Course, Enrolment, Objective
from quizapp.models.courses import SEES_CONTENT, TEACHES
from quizapp.queries.asides import put_aside_in
from quizapp.queries.item_statistics import ways_of_asking
from quizapp.queries.items import current_knowledge
from quizapp.web.banks import every_bank
from quizapp.web.courses.analysing import question_in_words
from quizapp.web.courses.blueprint import bp
from quizapp.web.courses.finding import place_or_404
from quizapp.web.extensions import db
from quizapp.web.languages import language_shown
from quizapp.web.question_bank import Shelf, bank_page, question_page
from quizapp.web.roles import signed_in


@bp.get("/courses/<int:course_id>/questions")
@signed_in
def questions(course_id: int) -> str:
    """Facts and objectives by topic, or what is looked for."""
    course, _place = place_or_404(course_id, SEES_CONTENT)
    known = {one.bank.name: one for one in sorted(every_bank(), key=lambda one: one.bank.about.place)}
    if not known:
        return render_template("bank/none.html", course=course)
    wanted = request.args.get("bank") or next(iter(known))
    return bank_page(_shelf(course), known.get(wanted) or abort(404), {name: one.bank.title for name, one in known.items()})


@bp.get("/courses/<int:course_id>/questions/<int:objective_id>")
@signed_in
def bank_question(course_id: int, objective_id: int) -> str:
    """A question as it is asked, with all that is known about it."""
    course, place = place_or_404(course_id, SEES_CONTENT)
    objective = db.session.get(Objective, objective_id) or abort(404)
    knowledge = current_knowledge(db.session(), objective.bank).spoken_in(language_shown())
    if objective.retired_at is not None or objective.key not in knowledge.templates:
        abort(404)
    teaches = place.role in TEACHES and course.archived_at is None
    at = (_put_aside_at(course, objective), url_for(".asides", course_id=course_id)) if teaches else None
    return question_page(_shelf(course), knowledge, objective, said=_said(course, place, objective), put_aside_at=at)


def _shelf(course: Course) -> Shelf:
    return Shelf(
        title=course.title,
        back=url_for(".course", course_id=course.id),
        course_id=course.id,
        aside=put_aside_in(db.session(), course.id),
        listed=lambda **query: url_for(".questions", course_id=course.id, **query),
        opened=lambda objective, **query: url_for(".bank_question", course_id=course.id, objective_id=objective.id, **query),
    )


def _put_aside_at(course: Course, objective: Objective) -> object:
    return lambda template: url_for(".new_aside", course_id=course.id, objective_id=objective.id, template=template)


def _said(course: Course, place: Enrolment, objective: Objective) -> list[tuple[str, str, str]]:
    """What the analysis says of each way of asking it, over enough answers to tell of no learner; with the way to the figures."""
    return [
        (one.template, question_in_words(one), _figures(course, one.template, objective) if place.role in TEACHES else "")
        for one in ways_of_asking(db.session(), course, objective, now())
        if one.finding.look is not Look.FEW
    ]


def _figures(course: Course, template: str, objective: Objective) -> str:
    return url_for(".question_analysis", course_id=course.id, objective_id=objective.id, template=template)
