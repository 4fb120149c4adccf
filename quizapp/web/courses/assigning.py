"""What a course has set, for those who teach it: how far each learner is, more time for one, a trial, taking it back."""

from collections.abc import Mapping
from secrets import token_hex
from zoneinfo import ZoneInfo

from flask import abort, flash, redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from quizapp.clock import now
from quizapp.models import Assignment, Course, Enrolment, Extension
from quizapp.models.courses import TEACHES
from quizapp.models.transactions import changing
from quizapp.queries.assignments import assignment_in, extensions_of, objectives_in
from quizapp.queries.corrections import corrections_after
from quizapp.queries.courses import place_in
from quizapp.queries.exam_attempts import ExamAttempt, learners_begun
from quizapp.queries.exam_standing import exam_standings
from quizapp.queries.standing import standings
from quizapp.usecases.extend_assignment import extend_assignment
from quizapp.usecases.remove_assignment import remove_assignment
from quizapp.usecases.rescore_finished import Rescored, rescore_finished
from quizapp.usecases.try_assignment import try_assignment
from quizapp.web.courses.blueprint import bp
from quizapp.web.courses.corrected import corrections_since
from quizapp.web.courses.finding import changing_course, place_or_404
from quizapp.web.courses.own_work import own_page
from quizapp.web.courses.states import share_in_words, state_name, taken_in_words, terms_in_words, told
from quizapp.web.extensions import db
from quizapp.web.numbers import number
from quizapp.web.overdue import end_what_is_over_at
from quizapp.web.roles import signed_in
from quizapp.web.seeds import seed_sent
from quizapp.web.wording import gettext as _
from quizapp.web.wording import ngettext


@bp.get("/courses/<int:course_id>/assignments/<int:assignment_id>")
@signed_in
def assignment(course_id: int, assignment_id: int) -> str:
    """How far each learner is or, to a learner, how far they are."""
    course, place = place_or_404(course_id, (*TEACHES, "learner"))
    found = found_in(course_id, assignment_id)
    return own_page(course, place, found, {}) if place.role == "learner" else _page(course, found, {})


@bp.post("/courses/<int:course_id>/assignments/<int:assignment_id>/removal")
@signed_in
def take_assignment_back(course_id: int, assignment_id: int) -> Response | tuple[str, int]:
    """Take back what was set; an exam that was taken where the form said by how many."""
    known = request.form.get("taken", 0, type=number)
    taken = changing_course(course_id, lambda _course, _place: remove_assignment(db.session(), found_in(course_id, assignment_id), known))
    if taken is not None:
        course, _place = place_or_404(course_id, TEACHES)
        return _page(course, found_in(course_id, assignment_id), {"removal": taken_in_words(taken)}), 422
    flash(_("It is taken back. Nobody’s answers change."))
    return redirect(url_for(".course", course_id=course_id), 303)


@bp.post("/courses/<int:course_id>/assignments/<int:assignment_id>/extensions")
@signed_in
def extend(course_id: int, assignment_id: int) -> Response | tuple[str, int]:
    """Give one learner more time or attempts, or take that back; what stands as the form showed it stays."""
    form = request.form
    person_id, at, due, more = form.get("learner", type=number), now(), _changed("due"), _changed("more_attempts")
    due = "" if "same_day" in form else due

    def once(course: Course, _place: Enrolment) -> dict[str, str] | None:
        learner = db.session.execute(place_in(person_id or 0, course_id, ("learner",))).one_or_none()
        if learner is None:
            abort(404)
        outcome = extend_assignment(db.session(), course, found_in(course_id, assignment_id), learner[1].person_id, at, due, more)
        return outcome if isinstance(outcome, dict) else None

    problems = changing_course(course_id, once)
    if problems:
        course, _place = place_or_404(course_id, TEACHES)
        return _page(course, found_in(course_id, assignment_id), {field: _(why) for field, why in problems.items()}), 422
    flash(_("Nothing was changed.") if due is None and more is None else _("It is kept."))
    return redirect(url_for(".assignment", course_id=course_id, assignment_id=assignment_id), 303)


@bp.post("/courses/<int:course_id>/assignments/<int:assignment_id>/trials")
@signed_in
def try_it(course_id: int, assignment_id: int) -> Response:
    """Try it as a learner would find it, whether it is open or not; what comes of that counts nowhere."""
    place_or_404(course_id, TEACHES)
    person_id, at, seed = current_user.id, now(), seed_sent(request.form.to_dict(flat=False))
    outcome = changing(db.session(), lambda: try_assignment(db.session(), person_id, found_in(course_id, assignment_id), seed, at))
    if not isinstance(outcome, int):
        flash(_(outcome.why))
        return redirect(url_for(".assignment", course_id=course_id, assignment_id=assignment_id), 303)
    return redirect(url_for("practice.question", attempt=outcome, position=1), 303)


@bp.post("/courses/<int:course_id>/assignments/<int:assignment_id>/rescorings")
@signed_in
def rescore(course_id: int, assignment_id: int) -> Response:
    """Score the attempts at an exam that have ended again, after a correction."""
    at, correction = now(), request.form.get("correction", 0, type=number)

    def once(_course: Course, _place: Enrolment) -> Rescored:
        found = found_in(course_id, assignment_id)
        touching = {one.id for one in db.session.scalars(corrections_after(found))} if found.exam else set()
        return rescore_finished(db.session(), correction, at, found) if correction in touching else Rescored()

    outcome = changing_course(course_id, once)
    flash(
        ngettext("%(num)d answer was scored again.", "%(num)d answers were scored again.", outcome.answers)
        if outcome.answers
        else _("There was nothing to score again.")
    )
    return redirect(url_for(".assignment", course_id=course_id, assignment_id=assignment_id), 303)


def found_in(course_id: int, assignment_id: int) -> Assignment:
    """What a course has set under a number."""
    found = db.session.scalar(assignment_in(course_id, assignment_id))
    return found or abort(404)


def _page(course: Course, found: Assignment, problems: dict[str, str]) -> str:
    at = now()
    if found.exam:
        end_what_is_over_at(found.id, at)
    extensions = {one.learner_id: one for one in db.session.scalars(extensions_of(found.id))}
    changed = _to_change(course.id)
    given = request.form if problems else _as_it_is(course, changed, extensions)
    return render_template(
        "courses/exam.html" if found.exam else "courses/assignment.html",
        course=course,
        assignment=found,
        open=found.has_opened(at),
        held=len(db.session.scalars(objectives_in(found.id)).all()),
        opens=told(found.opens_at, course.zone),
        due=told(found.due_at, course.zone),
        terms=terms_in_words(found),
        standings=exam_standings(db.session(), found, at) if found.exam else standings(db.session(), course, found, at),
        extensions=extensions,
        corrections=corrections_since(course, found, request.args.get("correction", type=number)) if found.exam else [],
        told=lambda moment: told(moment, course.zone),
        share=lambda attempt: _share(found, attempt),
        state_name=state_name,
        given=given,
        changed=changed,
        later=any(one.due_at for one in extensions.values() if changed is None or one.learner_id == changed.person_id),
        taken=db.session.scalar(learners_begun(found.id)),
        taken_in_words=taken_in_words,
        problems=problems,
        seed=token_hex(8),
        here=url_for(".assignment", course_id=course.id, assignment_id=found.id),
    )


def _changed(field: str) -> str | None:
    """What is typed in a field; None where that is what it was filled in with."""
    typed = request.form.get(field, "").strip()
    return None if typed == request.form.get(f"{field}_was", "") else typed


def _to_change(course_id: int) -> Enrolment | None:
    """The learner whose form was opened, or came back."""
    opened = request.args.get("learner", type=number) if request.method == "GET" else None
    person_id = request.form.get("learner", type=number) if "due_was" in request.form else opened
    found = db.session.execute(place_in(person_id or 0, course_id, ("learner",))).one_or_none()
    return found[1] if found else None


def _as_it_is(course: Course, learner: Enrolment | None, extensions: Mapping[int, Extension]) -> dict[str, str]:
    """The form as it is filled in for a learner, and with what."""
    one = extensions.get(learner.person_id) if learner else None
    due = one.due_at.astimezone(ZoneInfo(course.zone)).date().isoformat() if one and one.due_at else ""
    more = str(one.more_attempts or "") if one else ""
    return {"due": due, "due_was": due, "more_attempts": more, "more_attempts_was": more}


def _share(found: Assignment, attempt: ExamAttempt) -> str:
    if attempt.open:
        return _("going on")
    return share_in_words(attempt, passed=attempt.passes(found.pass_mark or 0))
