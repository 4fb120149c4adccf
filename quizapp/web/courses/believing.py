"""Misconceptions of a course: what to teach once more, and why."""

from flask import render_template, request

from quizapp.clock import now
from quizapp.models.courses import TEACHES
from quizapp.queries.misconceptions import misconceptions
from quizapp.web.courses.blueprint import bp
from quizapp.web.courses.finding import place_or_404
from quizapp.web.courses.mapping import percent
from quizapp.web.extensions import db
from quizapp.web.numbers import number
from quizapp.web.roles import signed_in

AT_A_TIME = 12


@bp.get("/courses/<int:course_id>/misconceptions")
@signed_in
def misconceptions_of(course_id: int) -> str:
    """What learners were certain of and is not so, by option, some at a time; nameless."""
    course, _place = place_or_404(course_id, TEACHES)
    page = max(request.args.get("page", 1, type=number), 1)
    held, found = misconceptions(db.session(), course_id, now(), AT_A_TIME, (page - 1) * AT_A_TIME)
    pages = -(-held // AT_A_TIME)
    if page > pages > 0:
        page = pages
        _held, found = misconceptions(db.session(), course_id, now(), AT_A_TIME, (page - 1) * AT_A_TIME)
    return render_template("courses/misconceptions.html", course=course, held=held, found=found, page=page, pages=pages, percent=percent)
