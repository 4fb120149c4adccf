"""One learner, as their course sees them; the learner sees the same page, and who opened it."""

from datetime import datetime

from flask import abort, flash, redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from questions.responses import response_from_json
from quizapp.analysis.needs import Reason, Why
from quizapp.clock import now
from quizapp.models import AttemptAnswer, Course, Enrolment, Remark
from quizapp.models.courses import TEACHES
from quizapp.queries.course_map import CourseMap, LearnerOnMap, course_map, memories_seen
from quizapp.queries.courses import place_in
from quizapp.queries.items import item_asked, item_in_attempt, topic_titles
from quizapp.queries.seen_by_course import Seen, answer_itself, answered_in, answers_seen, number_seen, openings_of, remarks_to
from quizapp.queries.withheld import untold_attempts
from quizapp.scheduling.days import study_day
from quizapp.scheduling.fading import fading
from quizapp.scheduling.grading import Certainty
from quizapp.scheduling.recall import GOAL
from quizapp.usecases.remark_on_learner import remark_on_learner
from quizapp.web.certainties import certainty_in_words
from quizapp.web.courses.blueprint import bp
from quizapp.web.courses.finding import changing_course, place_or_404
from quizapp.web.courses.looks import note_look, note_read
from quizapp.web.courses.mapping import level, percent
from quizapp.web.courses.needs import next_step, own_next_step, reason_in_words, reason_to_learner
from quizapp.web.extensions import db
from quizapp.web.limits import takes
from quizapp.web.marking import marked
from quizapp.web.numbers import number
from quizapp.web.progress.fading import AHEAD, fading_of
from quizapp.web.progress.figure import Figure, shape
from quizapp.web.progress.words import long_day
from quizapp.web.roles import signed_in
from quizapp.web.scored_before import told_before
from quizapp.web.widgets import widget
from quizapp.web.wording import format_moment
from quizapp.web.wording import gettext as _

LATEST, ANSWERS = 40, 20
"""So many answers stand on a page: as a list, and with their questions."""


@bp.get("/courses/<int:course_id>/learners/<int:person_id>")
@signed_in
def learner(course_id: int, person_id: int) -> str:
    """What they know by topic, their last answers, and what was said to them."""
    course, place = _learner_or_404(course_id, person_id)
    if _own(place):
        note_read(course, now())
    else:
        note_look(course, person_id, now())
    return _page(course, place, {})


@bp.get("/courses/<int:course_id>/learners/<int:person_id>/objectives/<int:objective_id>")
@signed_in
def answers(course_id: int, person_id: int, objective_id: int) -> str:
    """Each answer to one objective, with the question as it was asked."""
    course, place = _learner_or_404(course_id, person_id)
    at = now()
    page, pages, seen = _a_page(course, place, at, ANSWERS, objective_id)
    if not seen:
        abort(404)
    note_look(course, person_id, at)
    return render_template(
        "courses/answers.html",
        course=course,
        learner=place,
        aim=seen[0].aim,
        objective_id=objective_id,
        answers=[_as_asked(course, place, one) for one in seen],
        page=page,
        pages=pages,
    )


@bp.post("/courses/<int:course_id>/learners/<int:person_id>/remarks")
@signed_in
@takes(32)
def remark(course_id: int, person_id: int) -> Response | tuple[str, int]:
    """Say something to the learner."""
    words, at, viewer = request.form.get("words", ""), now(), current_user.id

    def once(_course: Course, _place: Enrolment) -> Remark | dict[str, str]:
        found = db.session.execute(place_in(person_id, course_id, ("learner",))).one_or_none() or abort(404)
        return remark_on_learner(db.session(), found[1].person_id, course_id, viewer, words, at)

    outcome = changing_course(course_id, once)
    if not isinstance(outcome, Remark):
        course, place = _learner_or_404(course_id, person_id)
        return _page(course, place, {field: _(why) for field, why in outcome.items()}, words), 422
    flash(_("It stands on their page now."))
    return redirect(url_for(".learner", course_id=course_id, person_id=person_id), 303)


def _learner_or_404(course_id: int, person_id: int) -> tuple[Course, Enrolment]:
    """A learner of the course: for those who teach it, and for the learner."""
    place_or_404(course_id, ("learner",) if current_user.id == person_id else TEACHES)
    found = db.session.execute(place_in(person_id, course_id, ("learner",))).one_or_none()
    if found is None:
        abort(404)
    course, place = found
    return course, place


def _a_page(
    course: Course, place: Enrolment, at: datetime, at_a_time: int, objective_id: int | None = None
) -> tuple[int, int, tuple[Seen, ...]]:
    """Which page of their answers is asked for, how many there are, and what stands on it; beyond the last one, the last."""
    own = _own(place)
    pages = max(1, -(-number_seen(db.session(), course, place, at, objective_id, own=own) // at_a_time))
    page = min(max(1, request.args.get("page", 1, type=number)), pages)
    seen = answers_seen(db.session(), course, place, at, objective_id, own=own, most=at_a_time, after=(page - 1) * at_a_time)
    return page, pages, seen


def _reasons(place: Enrolment, row: LearnerOnMap, at: datetime) -> tuple[Reason, ...]:
    """Why they may need help. They themselves are told nothing of errors while an exam of theirs does not tell yet what was right."""
    if not _own(place) or not db.session.scalars(untold_attempts(place.person_id, at)).first():
        return row.reasons
    return tuple(one for one in row.reasons if one.why is not Why.ERRORS)


def _topic_opened(found: CourseMap) -> tuple[str, str] | None:
    """The bank and the topic of which the objectives are asked for, if the course has set something there."""
    asked = tuple(request.args.get("topic", "").split("/", 1))
    return next(((one.bank, one.topic) for one in found.topics if (one.bank, one.topic) == asked), None)


def _own(place: Enrolment) -> bool:
    """Whether it is the learner who looks."""
    return bool(current_user.id == place.person_id)


def _page(course: Course, place: Enrolment, problems: dict[str, str], words: str = "") -> str:
    at = now()
    found = course_map(db.session(), course, study_day(at, course.zone), at, place.person_id)
    row, opened = found.learners[0], _topic_opened(found)
    page, pages, seen = _a_page(course, place, at, LATEST)
    latest = seen[:1] if page == 1 else answers_seen(db.session(), course, place, at, own=_own(place), most=1)
    return render_template(
        "courses/learner.html",
        course=course,
        learner=place,
        own=_own(place),
        found=found,
        row=row,
        reasons=_reasons(place, row, at),
        latest=next((one for one in latest if not row.last_day or study_day(one.received_at, course.zone) >= row.last_day), None),
        opened=opened,
        inside=answered_in(db.session(), course, place, at, *opened, own=_own(place)) if opened else (),
        curve=_curve(course, place, at),
        shape=shape,
        long_day=long_day,
        titles=topic_titles(db.session()),
        answers=seen,
        page=page,
        pages=pages,
        remarks=db.session.execute(remarks_to(place.person_id, course.id)).all(),
        openings=openings_of(db.session(), place.person_id, course.id),
        level=level,
        percent=percent,
        reason_in_words=reason_in_words,
        reason_to_learner=reason_to_learner,
        next_step=own_next_step if _own(place) else next_step,
        moment=lambda moment: format_moment(moment, course.zone),
        certainty=_certainty,
        problems=problems,
        words=words,
        here=url_for(".learner", course_id=course.id, person_id=place.person_id),
    )


def _curve(course: Course, place: Enrolment, at: datetime) -> Figure | None:
    """How what they have answered here would fade; None before the first answer."""
    memories = memories_seen(db.session(), course, place, at)
    today = study_day(at, course.zone)
    return fading_of(place.called, fading(memories, today, AHEAD) if memories else (), GOAL, len(memories))


def _as_asked(course: Course, place: Enrolment, seen: Seen) -> dict[str, object]:
    """An answer beside its question, where this program can write that again."""
    row = answer_itself(db.session(), place.person_id, seen) or abort(404)
    item = item_in_attempt(db.session(), row) if isinstance(row, AttemptAnswer) else item_asked(db.session(), row)
    told = _told(course, seen)
    if isinstance(row, AttemptAnswer):
        told |= told_before(row, item)
    if item is None or row.response is None:
        return told
    shown = marked(item.interaction, response_from_json(row.response))
    return told | {"item": item, "widget": widget(item.interaction), "marked": shown}


def _told(course: Course, seen: Seen) -> dict[str, object]:
    return {
        "seen": seen,
        "when": format_moment(seen.received_at, course.zone),
        "certainty": _certainty(seen.certainty),
        "seconds": None if seen.milliseconds is None else round(seen.milliseconds / 1000),
    }


def _certainty(said: str | None) -> str:
    return certainty_in_words(Certainty(said)) if said else ""
