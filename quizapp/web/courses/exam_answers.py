"""One attempt at an exam, with each question as it was asked, for those who teach."""

from flask import abort, render_template, request

from questions.responses import DontKnow, response_from_json
from quizapp.clock import now
from quizapp.models.courses import TEACHES
from quizapp.queries.attempts import Asked, Sheet, sheet
from quizapp.queries.courses import place_in
from quizapp.queries.exam_attempts import exam_attempts
from quizapp.queries.items import item_in_attempt
from quizapp.scheduling.grading import Certainty
from quizapp.web.certainties import certainty_in_words
from quizapp.web.courses.assigning import found_in
from quizapp.web.courses.blueprint import bp
from quizapp.web.courses.finding import place_or_404
from quizapp.web.courses.looks import note_look
from quizapp.web.courses.states import percent_of, told
from quizapp.web.extensions import db
from quizapp.web.marking import marked
from quizapp.web.numbers import number
from quizapp.web.overdue import end_what_is_over_at
from quizapp.web.roles import signed_in
from quizapp.web.scored_before import told_before
from quizapp.web.widgets import widget

AT_A_TIME = 10


@bp.get("/courses/<int:course_id>/assignments/<int:assignment_id>/learners/<int:person_id>/attempts/<int:attempt>")
@signed_in
def exam_attempt(course_id: int, assignment_id: int, person_id: int, attempt: int) -> str:
    """What a learner was asked and answered, some questions at a time; of an attempt that goes on only how far it is."""
    course, _mine = place_or_404(course_id, TEACHES)
    found = found_in(course_id, assignment_id)
    _course, place = db.session.execute(place_in(person_id, course_id, ("learner",))).one_or_none() or abort(404)
    end_what_is_over_at(assignment_id, now())
    attempts = exam_attempts(db.session(), assignment_id, [person_id]).get(person_id, ())
    if not any(one.attempt == attempt and one.begun_at >= place.joined_at for one in attempts):
        abort(404)
    note_look(course, person_id, now())
    seen = sheet(db.session(), person_id, attempt) or abort(404)
    first = max(1, request.args.get("from", 1, number))
    shown = [] if seen.open else [one for one in seen.asked if first <= one.position < first + AT_A_TIME]
    return render_template(
        "courses/exam_attempt.html",
        course=course,
        assignment=found,
        learner=place,
        sheet=seen,
        begun=told(seen.attempt.begun_at, course.zone),
        ended=told(seen.attempt.ended_at, course.zone),
        percent=percent_of(seen.marks, seen.maximum),
        passed=bool(seen.maximum) and 100 * seen.marks >= (found.pass_mark or 0) * seen.maximum,
        shown=[_as_asked(seen, one) for one in shown],
        starts=range(1, len(seen.asked) + 1, AT_A_TIME),
        first=first,
        at_a_time=AT_A_TIME,
    )


def _as_asked(seen: Sheet, asked: Asked) -> dict[str, object]:
    """A question and what was answered, where this program can write it again."""
    answer, item = asked.answer, item_in_attempt(db.session(), asked.answer)
    told: dict[str, object] = {
        "asked": asked,
        "certainty": certainty_in_words(Certainty(answer.certainty)) if answer.certainty else "",
        "seconds": None if answer.milliseconds is None else round(answer.milliseconds / 1000),
        **told_before(answer, item),
    }
    if item is None:
        return told
    response = response_from_json(answer.response) if answer.response else DontKnow()
    return told | {"item": item, "widget": widget(item.interaction), "marked": marked(item.interaction, response)}
