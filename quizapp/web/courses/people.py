"""Who is in a course: roles, sections, the code."""

from io import BytesIO

import segno
from flask import abort, flash, redirect, render_template, request, url_for
from flask_login import current_user
from markupsafe import Markup
from werkzeug.wrappers import Response

from quizapp.clock import now
from quizapp.models import Course, Enrolment, Section
from quizapp.models.courses import TEACHES
from quizapp.queries.courses import invitations_of, people_of, sections_of
from quizapp.usecases.add_section import THERE, add_section
from quizapp.usecases.change_enrolment import change_enrolment
from quizapp.usecases.course_codes import grouped
from quizapp.usecases.end_course_code import end_course_code
from quizapp.usecases.leave_course import leave_course
from quizapp.usecases.remove_section import remove_section
from quizapp.usecases.renew_course_code import renew_course_code
from quizapp.web.addresses import seen_from_outside
from quizapp.web.courses.blueprint import bp
from quizapp.web.courses.finding import changing_course, going_on_or_404, place_or_404
from quizapp.web.courses.words import role_name
from quizapp.web.extensions import db
from quizapp.web.numbers import number
from quizapp.web.roles import signed_in
from quizapp.web.wording import format_moment
from quizapp.web.wording import gettext as _

AT_A_TIME = 100
"""So many people, and invitations, are on a page."""


@bp.get("/courses/<int:course_id>/people")
@signed_in
def people(course_id: int) -> str:
    """Whoever is in the course, who is invited, and how others get in."""
    return _page(course_id, {})


@bp.get("/courses/<int:course_id>/people/<int:person_id>/place")
@signed_in
def place(course_id: int, person_id: int) -> str:
    """The form for somebody's role, section and name."""
    course, mine = going_on_or_404(course_id)
    return _place_page(course, _place_for(mine, person_id), {})


@bp.post("/courses/<int:course_id>/people/<int:person_id>/place")
@signed_in
def change_place(course_id: int, person_id: int) -> Response | tuple[str, int]:
    """Change somebody's place."""
    form = request.form
    role, section, called, extra, at = *(form.get(name, "") for name in ("role", "section", "called", "extra_time")), now()
    outcome = changing_course(
        course_id,
        lambda _course, mine: change_enrolment(
            db.session(), _place_for(mine, person_id), role, section, called, at, extra, form.get("reference")
        ),
    )
    if not isinstance(outcome, Enrolment):
        course, _mine = place_or_404(course_id, TEACHES)
        return _place_page(course, _place_of(course_id, person_id), {field: _(why) for field, why in outcome.items()}), 422
    if outcome.role not in TEACHES and person_id == current_user.id:
        flash(_("The change is kept: you do not teach here any more. Whoever owns the course can change that."))
        return redirect(url_for(".course", course_id=course_id), 303)
    flash(_("The change is kept."))
    return redirect(url_for(".people", course_id=course_id), 303)


@bp.post("/courses/<int:course_id>/people/<int:person_id>/removal")
@signed_in
def remove(course_id: int, person_id: int) -> Response:
    """Take somebody out of the course, which sees nothing of them from then on."""
    at = now()
    outcome = changing_course(
        course_id,
        lambda _course, mine: leave_course(db.session(), _place_for(mine, person_id), at, take_along=False),
    )
    if not isinstance(outcome, Enrolment):
        abort(404)
    flash(_("They are not in the course any more."))
    return redirect(url_for(".people", course_id=course_id), 303)


@bp.post("/courses/<int:course_id>/code")
@signed_in
def renew_code(course_id: int) -> Response:
    """Make a new code; the one before works no more."""
    at = now()

    def once(course: Course, _mine: Enrolment) -> bool:
        before = course.code is not None
        renew_course_code(db.session(), course, at)
        return before

    before = changing_course(course_id, once)
    flash(_("Here is a new code. The one before works no more.") if before else _("Here is the code. Whoever has it can join."))
    return redirect(url_for(".people", course_id=course_id), 303)


@bp.post("/courses/<int:course_id>/code/end")
@signed_in
def end_code(course_id: int) -> Response:
    """Let nobody join by a code any more."""
    changing_course(course_id, lambda course, _mine: end_course_code(db.session(), course))
    flash(_("Nobody can join by a code now."))
    return redirect(url_for(".people", course_id=course_id), 303)


@bp.post("/courses/<int:course_id>/sections")
@signed_in
def new_section(course_id: int) -> Response | tuple[str, int]:
    """Add a section."""
    title = request.form.get("title", "")
    outcome = changing_course(course_id, lambda course, _mine: add_section(db.session(), course, title))
    if outcome == {"title": THERE}:  # a form that is sent twice asks for what is there by now
        flash(_("There is a section with this title."))
    elif not isinstance(outcome, Section):
        return _page(course_id, {field: _(why) for field, why in outcome.items()}, title), 422
    return redirect(url_for(".people", course_id=course_id), 303)


@bp.post("/courses/<int:course_id>/sections/<int:section>/removal")
@signed_in
def end_section(course_id: int, section: int) -> Response:
    """Take a section out; whoever was in it stays in the course."""
    if not changing_course(course_id, lambda _course, _mine: remove_section(db.session(), course_id, section)):
        abort(404)
    flash(_("The section is gone. Whoever was in it is still in the course."))
    return redirect(url_for(".people", course_id=course_id), 303)


def _place_of(course_id: int, person_id: int) -> Enrolment:
    place = db.session.get(Enrolment, (person_id, course_id))
    if place is None or place.left_at is not None:
        abort(404)
    return place


def _place_for(mine: Enrolment, person_id: int) -> Enrolment:
    """A place that somebody may change: those of others who teach are the owner's to change."""
    place = _place_of(mine.course_id, person_id)
    return place if _may_change(mine, place) else abort(404)


def _may_change(mine: Enrolment, place: Enrolment) -> bool:
    return place.role not in TEACHES or mine.role == "owner" or mine.person_id == place.person_id


def _page(course_id: int, problems: dict[str, str], title: str = "") -> str:
    course, mine = place_or_404(course_id, TEACHES)
    found, invited = people_of(db.session(), course_id), db.session.scalars(invitations_of(course_id)).all()
    pages = max(1, -(-max(len(found), len(invited)) // AT_A_TIME))
    at_page = min(max(request.args.get("page", 1, type=number), 1), pages)
    here = slice((at_page - 1) * AT_A_TIME, at_page * AT_A_TIME)
    return render_template(
        "courses/people.html",
        course=course,
        mine=mine,
        may_change=lambda place: not course.archived_at and _may_change(mine, place),
        people=found[here],
        invitations=invited[here],
        counts=(len(found), len(invited)),
        page=at_page,
        pages=pages,
        sections=db.session.scalars(sections_of(course_id)).all(),
        role_name=role_name,
        code=_code(course),
        title=title,
        problems=problems,
        here=url_for(".people", course_id=course_id),
    )


def _code(course: Course) -> dict[str, object] | None:
    """The code as it is said, its link, the link as a picture to be photographed, and until when it works."""
    if course.code is None or course.code_ends_at is None or course.code_ends_at <= now():
        return None
    link = seen_from_outside(url_for(".join", code=course.code))
    return {
        "said": grouped(course.code),
        "link": link,
        "picture": picture_of(link),
        "until": format_moment(course.code_ends_at, course.zone),
    }


def picture_of(link: str) -> Markup:
    """A QR code as SVG, in the colours of the page's own sheet."""
    drawn = BytesIO()
    segno.make(link, error="m").save(drawn, kind="svg", xmldecl=False, svgns=False, svgclass="qr", lineclass=None, omitsize=True, scale=1)
    return Markup(drawn.getvalue().decode())  # noqa: S704 -- made of the modules of the code alone


def _place_page(course: Course, place: Enrolment, problems: dict[str, str]) -> str:
    return render_template(
        "courses/place.html",
        course=course,
        place=place,
        own=place.person_id == current_user.id,
        given=request.form,
        sections=db.session.scalars(sections_of(course.id)).all(),
        role_name=role_name,
        problems=problems,
        here=url_for(".place", course_id=course.id, person_id=place.person_id),
    )
