"""Inviting people by a roster, looking first at what would come of it; and what can be done with an invitation."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import sha256

from flask import abort, flash, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quizapp.clock import now
from quizapp.models import Course, Invitation
from quizapp.models.courses import TEACHES
from quizapp.queries.courses import invitations_of
from quizapp.spreadsheets import harmless
from quizapp.usecases.invite_people import BadLine, Line, Roster, invite_people
from quizapp.usecases.renew_invitation import renew_invitation
from quizapp.usecases.take_back_invitation import take_back_invitation
from quizapp.web.addresses import seen_from_outside
from quizapp.web.courses.blueprint import bp
from quizapp.web.courses.finding import changing_course, going_on_or_404, place_or_404
from quizapp.web.courses.roster_files import KNOWN, Unread, as_text, read_roster
from quizapp.web.extensions import db
from quizapp.web.limits import takes
from quizapp.web.roles import signed_in
from quizapp.web.wording import gettext as _
from quizapp.web.wording import ngettext

NAMED = 20
"""So many who stay where they were are named."""
NOBODY = Roster()


@bp.get("/courses/<int:course_id>/roster")
@signed_in
def roster(course_id: int) -> str:
    """The form for a roster."""
    course, _place = going_on_or_404(course_id)
    return _page(course, "", {})


@bp.post("/courses/<int:course_id>/roster")
@signed_in
@takes(1024)
def invite(course_id: int) -> Response | str | tuple[str, int]:
    """Show what a roster would change, or invite everybody on it who was not."""
    course, _place = going_on_or_404(course_id)
    chosen, pasted = request.files.get("file"), request.form.get("lines", "")
    from_file = chosen.read() if chosen and chosen.filename else None
    as_filled_in = _fingerprint(pasted) == request.form.get("filled_in", "")
    if from_file is not None and pasted.strip() and not as_filled_in:
        why = _("You chose a file and typed lines as well. Empty the field, or send the lines alone.")
        return _page(course, pasted, {"lines": why}), 422
    filled_in = from_file is not None or as_filled_in
    read = read_roster(pasted.encode(errors="replace") if from_file is None else from_file)
    if isinstance(read, Unread):
        return _page(course, pasted, {"lines": _(read.why)}, filled_in=filled_in), 422
    only_look = bool(read.wide) or not request.form.get("invite")
    at = now()
    if only_look:
        outcome = invite_people(db.session(), course, read.lines, at, only_look=True)
    else:
        outcome = changing_course(course_id, lambda course, _mine: invite_people(db.session(), course, read.lines, at))
    if bad := sorted((*read.wide, *outcome.bad), key=lambda one: one.number):
        return _page(course, read.text, _problems(bad), filled_in=filled_in), 422
    if only_look:
        shown = pasted if from_file is None else as_text(read.lines)
        return _page(course, shown, {}, outcome, _unused(read.unused), filled_in=filled_in)
    return _told_once(course, {one.line: one.token for one in outcome.new}, outcome, _unused(read.unused))


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
    return _told_once(course, {line: token})


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
    return _told_once(course, tokens)


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


def _problems(found: Iterable[BadLine]) -> dict[str, str]:
    """What is wrong with each line, as it is numbered in the file."""
    said: dict[int, list[str]] = {}
    for bad in found:
        said.setdefault(bad.number, [_("Line %(number)s:", number=bad.number)]).append(_(bad.why, **bad.names))
    return {f"line-{number}": " ".join(whys) for number, whys in said.items()}


def _unused(headings: Iterable[str]) -> list[str]:
    """Which columns of a roster were not used, and by which headings they would be."""
    told = [
        _("The column “%(heading)s” is not used.", heading=heading) if heading else _("A column without a heading is not used.")
        for heading in headings
    ]
    return [*told, _("Columns that are used have these headings: %(headings)s.", headings=", ".join(KNOWN))] if told else []


def _stays(outcome: Roster) -> list[str]:
    """Who was there before and stays in another section than the roster says."""
    told = [
        _("Line %(number)s: %(name)s was there before and stays in “%(section)s”.", number=line.number, name=line.called, section=section)
        if section
        else _("Line %(number)s: %(name)s was there before and stays without a section.", number=line.number, name=line.called)
        for line, section in ((one.line, one.section) for one in outcome.elsewhere[:NAMED])
    ]
    more = len(outcome.elsewhere) - len(told)
    if more:
        told.append(ngettext("So it is with %(num)d more line.", "So it is with %(num)d more lines.", more))
    if told:
        told.append(_("Under “People” you change the section of whoever has joined, or take an invitation back to make it anew."))
    return told


def _fingerprint(lines: str) -> str:
    """By what lines that were filled in are known again, however the browser ends them."""
    return sha256("\n".join(lines.strip().splitlines()).encode(errors="replace")).hexdigest()


def _page(
    course: Course,
    lines: str,
    problems: dict[str, str],
    looked: Roster | None = None,
    unused: Sequence[str] = (),
    *,
    filled_in: bool = False,
) -> str:
    """The form with lines, which were typed or else `filled_in` from a file."""
    return render_template(
        "courses/roster.html",
        course=course,
        lines=lines,
        filled_in=_fingerprint(lines) if filled_in else "",
        problems=problems,
        looked=looked,
        told=[*_stays(looked), *unused] if looked else [],
        here=url_for(".roster", course_id=course.id),
    )


def _told_once(course: Course, tokens: dict[Line, str], outcome: Roster = NOBODY, unused: Sequence[str] = ()) -> Response:
    """The page with the links, of which only hashes are kept: it is shown once, and kept nowhere."""
    links = {
        replace(line, number=place, called=harmless(line.called), email=harmless(line.email)): seen_from_outside(
            url_for(".invitation", token=token)
        )
        for place, (line, token) in enumerate(tokens.items(), 1)
    }
    page = render_template(
        "courses/invited.html",
        course=course,
        links=links,
        before=outcome.before,
        told=[*_stays(outcome), *unused],
        here=url_for(".people", course_id=course.id),
    )
    response = make_response(page)
    response.headers["Cache-Control"] = "no-store"
    return response
