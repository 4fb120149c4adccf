"""A course itself: what it is called, who runs it, and putting it away."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from quizapp.clock import now
from quizapp.models import Course, Enrolment
from quizapp.models.courses import COURSE_ROLES, SEES_CONTENT, TEACHES
from quizapp.queries.course_map import course_map
from quizapp.queries.courses import people_of
from quizapp.queries.seen_by_course import new_remarks
from quizapp.scheduling.days import study_day
from quizapp.usecases.archive_course import archive_course
from quizapp.usecases.change_course import change_course
from quizapp.usecases.copy_course import copy_course
from quizapp.usecases.hand_over_course import hand_over_course
from quizapp.web.courses.asides import said_on_course_page
from quizapp.web.courses.blueprint import bp
from quizapp.web.courses.finding import changing_course, going_on_or_404, place_or_404
from quizapp.web.courses.opening import may_open
from quizapp.web.courses.own_work import set_for
from quizapp.web.courses.words import role_name
from quizapp.web.extensions import db
from quizapp.web.numbers import number
from quizapp.web.roles import signed_in
from quizapp.web.wording import gettext as _
from quizapp.web.zones import regions_with

OWNER = ("owner",)


@bp.get("/courses/<int:course_id>")
@signed_in
def course(course_id: int) -> str:
    """The course, as its people see it: each what their role lets them do."""
    course, place = place_or_404(course_id)
    teachers = [member.enrolment.called for member in people_of(db.session(), course_id) if member.enrolment.role in TEACHES]
    at = now()
    found = course_map(db.session(), course, study_day(at, course.zone), at) if place.role in TEACHES else None
    said = db.session.execute(new_remarks(place.person_id).where(Course.id == course_id)).first() if place.role == "learner" else None
    return render_template(
        "courses/course.html",
        course=course,
        place=place,
        learners=len(found.learners) if found else 0,
        needing_help=len(found.needing_help) if found else 0,
        said=said[2] if said else 0,
        role=role_name(place.role),
        teachers=teachers,
        assignments=set_for(course, place),
        aside=said_on_course_page(course) if place.role in SEES_CONTENT else None,
    )


@bp.get("/courses/<int:course_id>/settings")
@signed_in
def settings(course_id: int) -> str:
    """What the course is called, and what can be done with it as a whole."""
    course, place = place_or_404(course_id, TEACHES)
    return _page(course, place, MultiDict({"title": course.title, "zone": course.zone}), {})


@bp.post("/courses/<int:course_id>/settings")
@signed_in
def change(course_id: int) -> Response | tuple[str, int]:
    """Keep what the course is called."""
    title, zone, at = request.form.get("title", ""), request.form.get("zone", ""), now()
    outcome = changing_course(course_id, lambda course, _place: change_course(db.session(), course, title, zone, at))
    if not isinstance(outcome, Course):
        course, place = place_or_404(course_id, TEACHES)
        return _page(course, place, request.form, {field: _(why) for field, why in outcome.items()}), 422
    flash(_("The change is kept."))
    return redirect(url_for(".settings", course_id=course_id), 303)


@bp.post("/courses/<int:course_id>/archive")
@signed_in
def archive(course_id: int) -> Response:
    """Put the course away."""
    at = now()
    changing_course(course_id, lambda course, _place: archive_course(db.session(), course, at), OWNER)
    flash(_("The course is archived: everything can be looked at, and nothing changed."))
    return redirect(url_for(".course", course_id=course_id), 303)


@bp.post("/courses/<int:course_id>/archive/end")
@signed_in
def take_out(course_id: int) -> Response:
    """Take the course out again."""
    changing_course(course_id, lambda course, _place: archive_course(db.session(), course, None), OWNER, archived=True)
    flash(_("The course goes on."))
    return redirect(url_for(".course", course_id=course_id), 303)


@bp.post("/courses/<int:course_id>/copies")
@signed_in
def copy(course_id: int) -> Response:
    """Open another course like this one, without its people."""
    if not may_open():
        abort(404)
    at, person = now(), current_user._get_current_object()  # noqa: SLF001
    made = changing_course(
        course_id, lambda course, place: copy_course(db.session(), course, person, at, called=place.called), SEES_CONTENT, archived=True
    )
    flash(_("Here is the copy, without the people. What is set in it has no dates yet: they are yours to set."))
    return redirect(url_for(".settings", course_id=made.id), 303)


@bp.get("/courses/<int:course_id>/owner")
@signed_in
def handing_over(course_id: int) -> str:
    """What handing the course over means, and to whom it can be."""
    course, _place = going_on_or_404(course_id, OWNER)
    return render_template(
        "courses/handing_over.html", course=course, instructors=_instructors(course_id), here=url_for(".handing_over", course_id=course_id)
    )


@bp.post("/courses/<int:course_id>/owner")
@signed_in
def hand_over(course_id: int) -> Response:
    """Hand the course over to somebody who teaches in it."""
    person_id = request.form.get("person", type=number)

    def once(_course: Course, place: Enrolment) -> None:
        to = db.session.get(Enrolment, (person_id, course_id)) if person_id else None
        if to is None or to.left_at is not None or to.role != "instructor":
            abort(404)
        hand_over_course(db.session(), place, to)

    changing_course(course_id, once, OWNER)
    flash(_("The course has a new owner. You teach in it as before."))
    return redirect(url_for(".settings", course_id=course_id), 303)


def _instructors(course_id: int) -> list[Enrolment]:
    return [one.enrolment for one in people_of(db.session(), course_id) if one.enrolment.role == "instructor"]


def _page(course: Course, place: Enrolment, given: MultiDict[str, str], problems: dict[str, str]) -> str:
    return render_template(
        "courses/settings.html",
        course=course,
        place=place,
        instructors=_instructors(course.id),
        given=given,
        problems=problems,
        regions=regions_with(given.get("zone", course.zone)),
        roles=COURSE_ROLES,
        here=url_for(".settings", course_id=course.id),
    )
