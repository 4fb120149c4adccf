"""Inviting people by a roster, looking first at what would come of it; and what can be done with an invitation."""

from dataclasses import replace

from flask import abort, flash, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quizapp.clock import now
from quizapp.models import Course, Invitation
from quizapp.models.courses import TEACHES
from quizapp.queries.courses import invitations_of
from quizapp.spreadsheets import harmless
from quizapp.usecases.invite_people import Line, Roster, invite_people
from quizapp.usecases.renew_invitation import renew_invitation
from quizapp.usecases.take_back_invitation import take_back_invitation
from quizapp.web.addresses import seen_from_outside
from quizapp.web.courses.blueprint import bp
from quizapp.web.courses.finding import changing_course, going_on_or_404, place_or_404
from quizapp.web.courses.roster_files import Unread, as_text, read_roster
from quizapp.web.extensions import db
from quizapp.web.limits import takes
from quizapp.web.roles import signed_in
from quizapp.web.wording import gettext as _


@bp.get("/courses/<int:course_id>/roster")
@signed_in
def roster(course_id: int) -> str:
    """The form for a roster."""
    course, _place = going_on_or_404(course_id)
    return _page(course, "", {})


@bp.post("/courses/<int:course_id>/roster")
@signed_in
@takes(1024)
def invite(course_id: int) -> Response | tuple[str, int]:
    """Show what a roster would change, or invite everybody on it who was not."""
    course, _place = going_on_or_404(course_id)
    chosen, pasted = request.files.get("file"), request.form.get("lines", "")
    content = chosen.read() if chosen and chosen.filename else b""
    lines = read_roster(chosen.filename or "" if chosen else "", content or pasted.encode(errors="replace"))
    if isinstance(lines, Unread):
        return _page(course, pasted, {"lines": _(lines.why, **lines.names)}), 422
    if not request.form.get("invite"):
        looked = invite_people(db.session(), course, lines, now(), only_look=True)
        return _page(course, as_text(lines) if content else pasted, _problems(looked), looked), 422 if looked.bad else 200
    at = now()
    outcome = changing_course(course_id, lambda course, _mine: invite_people(db.session(), course, lines, at))
    if outcome.bad:
        return _page(course, as_text(lines) if content else pasted, _problems(outcome), outcome), 422
    return _told_once(course, {one.line: one.token for one in outcome.new}, outcome.before)


@bp.post("/courses/<int:course_id>/invitations/<int:invitation_id>/renewal")
@signed_in
def renew(course_id: int, invitation_id: int) -> Response:
    """Make a new link for somebody who was invited."""
    at = now()

    def once(_course: Course, _mine: object) -> tuple[Line, str]:
        invitation = _invitation(course_id, invitation_id)
        return Line(1, invitation.called, invitation.email, invitation.reference), renew_invitation(db.session(), invitation, at)

    line, token = changing_course(course_id, once)
    course, _place = place_or_404(course_id, TEACHES)
    return _told_once(course, {line: token}, 0)


@bp.post("/courses/<int:course_id>/invitations/renewals")
@signed_in
def renew_all(course_id: int) -> Response:
    """Make new links for everybody who was invited and has not joined."""
    at = now()

    def once(_course: Course, _mine: object) -> dict[Line, str]:
        return {
            Line(place, one.called, one.email, one.reference): renew_invitation(db.session(), one, at)
            for place, one in enumerate(db.session.scalars(invitations_of(course_id)).all(), 1)
        }

    tokens = changing_course(course_id, once)
    course, _place = place_or_404(course_id, TEACHES)
    return _told_once(course, tokens, 0)


@bp.post("/courses/<int:course_id>/invitations/<int:invitation_id>/removal")
@signed_in
def take_back(course_id: int, invitation_id: int) -> Response:
    """Take an invitation back."""
    changing_course(course_id, lambda _course, _mine: take_back_invitation(db.session(), _invitation(course_id, invitation_id)))
    flash(_("The invitation is taken back. Its link works no more."))
    return redirect(url_for(".people", course_id=course_id), 303)


def _invitation(course_id: int, invitation_id: int) -> Invitation:
    found = db.session.get(Invitation, invitation_id)
    if found is None or found.course_id != course_id or found.used_at is not None:
        abort(404)
    return found


def _problems(outcome: Roster) -> dict[str, str]:
    """What is wrong with each line, as it is numbered in the file."""
    said: dict[int, list[str]] = {}
    for bad in outcome.bad:
        said.setdefault(bad.number, [_("Line %(number)s:", number=bad.number)]).append(_(bad.why, **bad.names))
    return {f"line-{number}": " ".join(whys) for number, whys in said.items()}


def _page(course: Course, lines: str, problems: dict[str, str], looked: Roster | None = None) -> str:
    return render_template(
        "courses/roster.html",
        course=course,
        lines=lines,
        problems=problems,
        looked=looked if looked and not looked.bad else None,
        here=url_for(".roster", course_id=course.id),
    )


def _told_once(course: Course, tokens: dict[Line, str], before: int) -> Response:
    """The page with the links, of which only hashes are kept: it is shown once, and kept nowhere."""
    links = {
        replace(line, number=place, called=harmless(line.called), email=harmless(line.email)): seen_from_outside(
            url_for(".invitation", token=token)
        )
        for place, (line, token) in enumerate(tokens.items(), 1)
    }
    page = render_template("courses/invited.html", course=course, links=links, before=before, here=url_for(".people", course_id=course.id))
    response = make_response(page)
    response.headers["Cache-Control"] = "no-store"
    return response
