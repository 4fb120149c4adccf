"""What a course has set, for whoever learns in it: what to do next, beginning, and what came of it."""

from datetime import datetime

from flask import abort, redirect, render_template, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from quizapp.clock import now
from quizapp.models import Assignment, Course, Enrolment, Extension
from quizapp.models.transactions import changing
from quizapp.queries.assignments import assignment_in, assignments_of
from quizapp.queries.due_soon import own_due
from quizapp.queries.exam_attempts import ExamAttempt
from quizapp.queries.exam_standing import ExamStanding, exam_standings
from quizapp.queries.standing import Standing, standings
from quizapp.queries.states import State
from quizapp.usecases.begin_assignment import begin_assignment
from quizapp.usecases.begin_exam import NotNow, begin_exam
from quizapp.web.courses.blueprint import bp
from quizapp.web.courses.finding import place_or_404
from quizapp.web.courses.states import percent_of, share_in_words, state_name, terms_in_words, told
from quizapp.web.ends import moved
from quizapp.web.extensions import db
from quizapp.web.overdue import end_what_is_over
from quizapp.web.roles import signed_in
from quizapp.web.wording import gettext as _
from quizapp.web.wording import ngettext


@bp.post("/courses/<int:course_id>/assignments/<int:assignment_id>/beginnings")
@signed_in
def begin(course_id: int, assignment_id: int) -> Response | tuple[str, int]:
    """Study what is set: its topics join what the learner studies, and the first question is asked. Or take the exam."""
    course, place = place_or_404(course_id, ("learner",))
    at, found = now(), _open_to_learners(course, assignment_id)
    if course.archived_at is not None:
        abort(404)
    if found.exam:
        return _exam(course, place, found, at)
    if not found.has_opened(at):
        abort(404)
    person_id = current_user.id
    changing(db.session(), lambda: begin_assignment(db.session(), person_id, _open_to_learners(course, assignment_id), at))
    return redirect(url_for("study.next_one", more=1), 303)


def own_page(course: Course, place: Enrolment, found: Assignment, problems: dict[str, str]) -> str:
    """What is set, how far the learner is, and what to do next."""
    if found.opens_at is None:
        abort(404)
    end_what_is_over(now())
    at = now()
    return render_template(
        "courses/own_work.html",
        course=course,
        assignment=found,
        terms=_terms(found, place),
        attempts=[_attempt(course, found, one) for one in _exam_standing(found, place, at).attempts] if found.exam else [],
        one=as_listed(course, place, found, at),
        planned=found.has_opened(at) and own_due(db.session(), place.person_id, found.id, at) is not None,
        problems=problems,
        here=url_for(".assignment", course_id=course.id, assignment_id=found.id),
    )


def set_for(course: Course, place: Enrolment) -> list[dict[str, object]]:
    """What a course has set, as a list shows it; to a learner with how far they are, and without what has no dates yet."""
    at = now()
    if place.role == "learner":
        end_what_is_over(at)
    return [
        as_listed(course, place, one, at) | {"objectives": objectives}
        for one, objectives in db.session.execute(assignments_of(course.id)).all()
        if place.role != "learner" or one.opens_at is not None
    ]


def as_listed(course: Course, place: Enrolment, found: Assignment, at: datetime) -> dict[str, object]:
    """One of them."""
    about = {
        "assignment": found,
        "opens": told(found.opens_at, course.zone),
        "due": told(found.due_at, course.zone),
        "open": found.has_opened(at),
        "terms": _terms(found, place),
    }
    if place.role != "learner" or not found.has_opened(at):
        return about
    return about | (_own_exam(course, found, place, at) if found.exam else _own_study(course, found, place, at))


def _terms(found: Assignment, place: Enrolment) -> list[str]:
    """What an exam is like for whoever has this place, with what they have beyond the others."""
    extension = db.session.get(Extension, (place.person_id, found.id)) if found.exam else None
    return terms_in_words(found, place.extra_time, extension.more_attempts if extension else 0)


def _own_study(course: Course, found: Assignment, place: Enrolment, at: datetime) -> dict[str, object]:
    (standing,) = standings(db.session(), course, found, at, place.person_id) or (None,)
    if standing is None:
        return {}
    to_go = standing.cell.objectives - standing.cell.at_goal
    return {
        "state": state_name(standing.state),
        "own_due": told(standing.due_at, course.zone),
        "lines": [_reached(standing, found.goal), _next_in_study(standing, to_go, at)],
        "button": _("Study"),
    }


def _reached(standing: Standing, goal: int) -> str:
    """How much is at the goal and how many points there are: now or, once it is over, when it was due."""
    cell, points = standing.cell, f"{float(standing.points):g}"
    if standing.is_over:
        return _(
            "%(goal)s of %(all)s were at the goal of %(percent)s %% when it was due. %(points)s points for days on which you studied.",
            goal=cell.at_goal,
            all=cell.objectives,
            percent=goal,
            points=points,
        )
    return _(
        "%(goal)s of %(all)s at the goal of %(percent)s %%. %(points)s points for days on which you studied.",
        goal=cell.at_goal,
        all=cell.objectives,
        percent=goal,
        points=points,
    )


def _next_in_study(standing: Standing, to_go: int, at: datetime) -> str:
    if standing.is_over:
        return _("The date is over. What you study still counts for you.")
    if not to_go:
        return _("All of it is at the goal. Answer what comes back, and it stays there.")
    assert standing.due_at is not None  # what has opened has a date
    left = max(1, (standing.due_at - at).days)
    return ngettext(
        "Next: bring about %(num)d thing a day to the goal until then.",
        "Next: bring about %(num)d things a day to the goal until then.",
        max(1, -(-to_go // left)),
    )


def _own_exam(course: Course, found: Assignment, place: Enrolment, at: datetime) -> dict[str, object]:
    standing = _exam_standing(found, place, at)
    best, going_on = standing.best, next((one for one in standing.attempts if one.open), None)
    can_begin = going_on is not None or (standing.left > 0 and standing.due_at is not None and at < standing.due_at)
    return {
        "state": _own_state(standing),
        "own_due": told(standing.due_at, course.zone),
        "lines": [
            line
            for line in (_best(found, best), moved(going_on, at, course.zone) if going_on else "", _next_in_exam(standing, going_on, at))
            if line
        ],
        "button": (_("Go on with it") if going_on else _("Take it"))
        if can_begin and (going_on or standing.state is not State.DONE)
        else "",
        "again": bool(can_begin and standing.state is State.DONE and not going_on),
    }


def _own_state(standing: ExamStanding) -> str:
    if standing.state is not State.HELP:
        return state_name(standing.state)
    return _("not passed") if standing.attempts else _("used before you joined again")


def _best(found: Assignment, best: ExamAttempt | None) -> str:
    return _("Your best: %(share)s.", share=share_in_words(best, passed=best.passes(found.pass_mark or 0))) if best else ""


def _next_in_exam(standing: ExamStanding, going_on: ExamAttempt | None, at: datetime) -> str:
    if going_on:
        return _("Next: go on with it. The clock does not stop.") if going_on.ends_at else _("Next: go on with it.")
    if standing.due_at is not None and at >= standing.due_at:
        return "" if standing.state is State.DONE else _("Its time is over. Ask your instructor for a later date.")
    if not standing.left:
        return "" if standing.state is State.DONE else _("You have taken it as often as it can be taken. Ask your instructor what to do.")
    if standing.state is State.DONE:
        return ngettext("You may take it once more.", "You may take it %(num)d more times.", standing.left)
    return ngettext("Next: take it. You can do so once.", "Next: take it. You can do so %(num)d times.", standing.left)


def _exam_standing(found: Assignment, place: Enrolment, at: datetime) -> ExamStanding:
    return next(iter(exam_standings(db.session(), found, at, place.person_id)), None) or abort(404)


def _attempt(course: Course, found: Assignment, one: ExamAttempt) -> dict[str, object]:
    return {
        "attempt": one,
        "when": told(one.begun_at, course.zone),
        "came": _("going on") if one.open else share_in_words(one, passed=one.passes(found.pass_mark or 0)),
        "percent": percent_of(one.marks, one.maximum),
    }


def _exam(course: Course, place: Enrolment, found: Assignment, at: datetime) -> Response | tuple[str, int]:
    course_id, assignment_id = course.id, found.id
    end_what_is_over(at)
    outcome = changing(db.session(), lambda: begin_exam(db.session(), place, _open_to_learners(course, assignment_id), at))
    if isinstance(outcome, NotNow):
        course, place = place_or_404(course_id, ("learner",))
        return own_page(course, place, _open_to_learners(course, assignment_id), {"next": _(outcome.why)}), 422
    return redirect(url_for("practice.go_on", attempt=outcome), 303)


def _open_to_learners(course: Course, assignment_id: int) -> Assignment:
    found = db.session.scalar(assignment_in(course.id, assignment_id))
    return found if found is not None and found.opens_at is not None else abort(404)
