"""Joining a course by its code or by an invitation, and leaving it."""

from flask import current_app, flash, make_response, redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from quizapp.clock import now
from quizapp.models import Enrolment
from quizapp.models.courses import COURSE_ROLES
from quizapp.models.transactions import changing
from quizapp.queries.courses import course_joined_by, course_of_invitation
from quizapp.usecases.accept_invitation import accept_invitation
from quizapp.usecases.enrolling import keeps_out
from quizapp.usecases.inviting import token_hash
from quizapp.usecases.join_course import join_course
from quizapp.usecases.leave_course import leave_course
from quizapp.usecases.throttling import Throttled
from quizapp.web.courses.blueprint import bp
from quizapp.web.courses.finding import changing_course, place_or_404
from quizapp.web.courses.words import called_at_first, role_name
from quizapp.web.extensions import db
from quizapp.web.roles import signed_in
from quizapp.web.waiting import Waiting, to_wait, wait_in_words
from quizapp.web.wording import gettext as _

NOTHING: MultiDict[str, str] = MultiDict()


@bp.get("/join")
@signed_in
def join() -> str:
    """The form for a code, filled in where a link brought it."""
    return _page(MultiDict({"code": request.args.get("code", ""), "called": called_at_first(current_user)}), {})


@bp.post("/enrolments")
@signed_in
def enrol() -> Response | tuple[str, int] | tuple[str, int, dict[str, str]]:
    """Join by a code."""
    form, person, at = request.form, current_user._get_current_object(), now()  # noqa: SLF001
    code, called, address, key = form.get("code", ""), form.get("called", ""), request.remote_addr or "", str(current_app.secret_key)
    outcome = changing(db.session(), lambda: join_course(db.session(), person, code, called, address, at, key))
    match outcome:
        case Enrolment():
            flash(_("You are in the course."))
            return redirect(url_for(".course", course_id=outcome.course_id), 303)
        case Throttled():
            return _page(form, Waiting(code=wait_in_words(outcome))), 429, to_wait(outcome)
        case _:
            return _page(form, {field: _(why) for field, why in outcome.items()}), 422


@bp.get("/invitations/<token>")
@signed_in
def invitation(token: str) -> Response:
    """What an invitation is to. Opening it changes nothing, since programs that look through mail do so, too."""
    return _invitation(token, {}, 200)


@bp.post("/invitations/<token>")
@signed_in
def accept(token: str) -> Response:
    """Take the place that the invitation gives."""
    person, at = current_user._get_current_object(), now()  # noqa: SLF001
    outcome = changing(db.session(), lambda: accept_invitation(db.session(), person, token, at))
    if isinstance(outcome, Enrolment):
        flash(_("You are in the course."))
        return redirect(url_for(".course", course_id=outcome.course_id), 303)
    return _invitation(token, {field: _(why) for field, why in outcome.items()} if outcome else {}, 422)


@bp.get("/courses/<int:course_id>/leaving")
@signed_in
def leaving(course_id: int) -> str:
    """What leaving means, and what to take along."""
    course, place = place_or_404(course_id)
    return render_template("courses/leaving.html", course=course, place=place, problems={})


@bp.post("/courses/<int:course_id>/leaving")
@signed_in
def leave(course_id: int) -> Response | tuple[str, int]:
    """Leave the course."""
    at, take_along = now(), request.form.get("take") == "along"
    change = changing_course(
        course_id, lambda _course, place: leave_course(db.session(), place, at, take_along=take_along), COURSE_ROLES, archived=True
    )
    if isinstance(change, Enrolment):
        flash(_("You have left the course. What you know stays yours."))
        return redirect(url_for(".courses"), 303)
    course, place = place_or_404(course_id)
    return render_template(
        "courses/leaving.html", course=course, place=place, problems={field: _(why) for field, why in change.items()}
    ), 422


def _page(given: MultiDict[str, str], problems: dict[str, str]) -> str:
    kept_out = keeps_out(db.session(), current_user)
    return render_template("courses/join.html", given=given, problems=problems, kept_out=kept_out, here=url_for(".join"))


def _invitation(token: str, problems: dict[str, str], status: int) -> Response:
    found = db.session.execute(course_of_invitation(token_hash(token), now())).one_or_none()
    if found is None:
        joined = db.session.scalar(course_joined_by(token_hash(token), current_user.id))
        return redirect(url_for(".course", course_id=joined), 303) if joined else _over()
    course, invitation = found
    page = render_template(
        "courses/invitation.html",
        course=course,
        invitation=invitation,
        role=role_name(invitation.role),
        problems=problems,
        kept_out=keeps_out(db.session(), current_user, course.id),
        token_of_invitation=token,
        here=url_for(".courses"),
    )
    response = make_response(page, status)
    response.headers["Cache-Control"] = "no-store"
    return response


def _over() -> Response:
    """The same of every link that gives no place: why it does not, and whether it ever did, is nobody else's business."""
    response = make_response(render_template("courses/invitation_over.html", here=url_for(".courses")), 404)
    response.headers["Cache-Control"] = "no-store"
    return response
