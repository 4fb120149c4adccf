"""A person's courses, and opening one."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from quizapp.clock import now
from quizapp.models import Course
from quizapp.models.transactions import changing
from quizapp.queries.courses import own_places
from quizapp.usecases.enrolling import keeps_out
from quizapp.usecases.open_course import open_course
from quizapp.web.courses.blueprint import bp
from quizapp.web.courses.opening import may_open
from quizapp.web.courses.words import called_at_first, role_name
from quizapp.web.extensions import db
from quizapp.web.roles import signed_in
from quizapp.web.wording import gettext as _
from quizapp.web.zones import regions_with


@bp.get("/courses")
@signed_in
def courses() -> str:
    """The courses that the person is in, and as what."""
    return render_template(
        "courses/courses.html", places=db.session.execute(own_places(current_user.id)).all(), may_open=may_open(), role_name=role_name
    )


@bp.get("/courses/new")
@signed_in
def new() -> str:
    """The form for a new course."""
    if not may_open():
        abort(404)
    return _page(MultiDict({"zone": current_user.zone, "called": called_at_first(current_user)}), {})


@bp.post("/courses")
@signed_in
def open() -> Response | tuple[str, int]:
    """Open a course, and go to its people, who are to come."""
    if not may_open():
        abort(404)
    form, person, at = request.form, current_user._get_current_object(), now()  # noqa: SLF001
    title, zone, called = (form.get(name, "") for name in ("title", "zone", "called"))
    outcome = changing(db.session(), lambda: open_course(db.session(), person, title, zone, at, called=called))
    if not isinstance(outcome, Course):
        return _page(form, {field: _(why) for field, why in outcome.items()}), 422
    flash(_("The course is open. Now let people in."))
    return redirect(url_for(".people", course_id=outcome.id), 303)


def _page(given: MultiDict[str, str], problems: dict[str, str]) -> str:
    return render_template(
        "courses/new.html",
        given=given,
        problems=problems,
        kept_out=keeps_out(db.session(), current_user),
        regions=regions_with(given.get("zone", "UTC")),
        here=url_for(".new"),
    )
