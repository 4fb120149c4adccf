"""Taking tables out of a course, and the course on paper."""

from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO, Final

from flask import abort, render_template, request, url_for
from flask_login import current_user
from sqlalchemy import select
from werkzeug.wrappers import Response

from quizapp.clock import now
from quizapp.course_tables import CourseTable, Form, course_tables
from quizapp.models import Assignment, Course, Enrolment
from quizapp.models.courses import TEACHES
from quizapp.models.transactions import changing
from quizapp.queries.course_map import CourseMap, TopicSet, course_map
from quizapp.queries.courses import learning_in
from quizapp.queries.grades import Graded, gradebook
from quizapp.queries.items import topic_titles
from quizapp.scheduling.days import study_day
from quizapp.spreadsheets import write_csv, write_xlsx
from quizapp.usecases.count_use import count_use
from quizapp.usecases.note_opening import note_opening
from quizapp.usecases.throttling import TABLE, Throttled
from quizapp.web.addresses import from_here
from quizapp.web.courses.blueprint import bp
from quizapp.web.courses.finding import named_after, place_or_404
from quizapp.web.courses.mapping import compared, level, percent, short_day
from quizapp.web.courses.needs import next_step, reason_in_words
from quizapp.web.extensions import db
from quizapp.web.roles import signed_in
from quizapp.web.sending import sent
from quizapp.web.waiting import to_wait, wait_in_words
from quizapp.web.wording import format_date

MEDIA_TYPES: Final[dict[Form, str]] = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
WRITERS: Final = {"csv": write_csv, "xlsx": write_xlsx}


@bp.get("/courses/<int:course_id>/tables")
@signed_in
def tables(course_id: int) -> str:
    """All tables that can be taken out."""
    course, _place = place_or_404(course_id, TEACHES)
    return _page(course, "")


@bp.post("/courses/<int:course_id>/tables/<table>")
@signed_in
def take_out_table(course_id: int, table: str) -> Response | tuple[str, int, dict[str, str]]:
    """One of them as a file. Learners see that somebody took out what they did, as they see who opened their page."""
    course, _place = place_or_404(course_id, TEACHES)
    name = named_after(course)
    found = course_tables().get(table) or abort(404)
    form = next((one for one in found.forms if one == request.form.get("form")), found.forms[0])
    at = now()
    if throttled := changing(db.session(), lambda: _counted(course_id, found, at)):
        return _page(place_or_404(course_id, TEACHES)[0], wait_in_words(throttled)), 429, to_wait(throttled)
    return sent(lambda file: _write(course_id, found, form, at, file), MEDIA_TYPES[form], name + found.file_name(at, form))


@bp.get("/courses/<int:course_id>/report")
@signed_in
def report(course_id: int) -> str:
    """The course on paper: how far it is, by topic, section and assignment, who needs help and, where names are wanted, each learner."""
    course, _place = place_or_404(course_id, TEACHES)
    at, nameless = now(), request.args.get("names") == "no"
    day = study_day(at, course.zone)
    found, book = course_map(db.session(), course, day, at), gradebook(db.session(), course, at)
    return render_template(
        "courses/report.html",
        course=course,
        found=found,
        nameless=nameless,
        learners=sorted(found.learners, key=lambda one: one.place.pseudonym) if nameless else found.learners,
        titles=topic_titles(db.session()),
        topics=[_topic(found, place) for place in range(len(found.topics))],
        assignments=[figures_of(course, one, graded) for one, graded in book.assignments],
        compared=compared(found),
        level=level,
        percent=percent,
        reason_in_words=reason_in_words,
        next_step=next_step,
        short_day=short_day,
        shown_day=format_date(day, "d MMMM y"),
    )


def _counted(course_id: int, table: CourseTable, at: datetime) -> Throttled | None:
    """Note that this person takes it out, unless they do so too often."""
    address, key = from_here()
    person_id = current_user.id
    if throttled := count_use(db.session(), TABLE, person_id, address, at, key):
        return throttled
    course, _place = place_or_404(course_id, TEACHES)
    if table.tells_of_learners:
        day = study_day(at, course.zone)
        learners = db.session.scalars(select(Enrolment.person_id).where(*learning_in(course.id))).all()
        note_opening(db.session(), learners, course.id, person_id, day, at)
    return None


def _write(course_id: int, table: CourseTable, form: Form, at: datetime, file: BinaryIO) -> None:
    course, _place = place_or_404(course_id, TEACHES)
    made = table.make(db.session(), course, at)
    WRITERS[form](file, made.heads, made.rows)


@dataclass(frozen=True, slots=True)
class Figures:
    """Something on the report: what it is, how many learners are done with it, and means over learners in whole percent.

    Over all of them, but for an exam: its mean is over those who took it, of whom `of` says how many there are.
    """

    what: TopicSet | Assignment
    due: str
    done: int
    mean: int
    at_goal: int
    of: int | None = None


def _topic(found: CourseMap, place: int) -> Figures:
    cells = [one.topics[place] for one in found.learners]
    mean, at_goal = _mean([cell.mean for cell in cells]), _mean([cell.share_at_goal for cell in cells])
    return Figures(found.topics[place], "", sum(cell.at_goal == cell.objectives for cell in cells), percent(mean), percent(at_goal))


def figures_of(course: Course, one: Assignment, graded: Graded) -> Figures:
    """What came of something that is set: what was not begun counts as not known, an exam that was not taken not at all."""
    shares = [share for share, _points in graded.values() if share is not None]
    due, whole = format_date(study_day(one.due_at, course.zone), "d MMMM y") if one.due_at else "", one.pass_mark or 100
    reached = [float(share) for share in shares] + ([] if one.exam else [0.0] * (len(graded) - len(shares)))  # not begun: not known
    mean = round(_mean(reached))
    return Figures(one, due, sum(share >= whole for share in shares), mean, mean, len(shares) if one.exam else None)


def _mean(shares: list[float]) -> float:
    return sum(shares) / len(shares) if shares else 0.0


def _page(course: Course, problem: str) -> str:
    return render_template(
        "courses/tables.html", course=course, tables=course_tables().values(), problem=problem, here=url_for(".tables", course_id=course.id)
    )
