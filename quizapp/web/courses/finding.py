"""Finding a course for whoever asks: what they have no place in is nowhere."""

from collections.abc import Callable, Collection
from typing import TypeVar

from flask import abort
from flask_login import current_user
from werkzeug.utils import secure_filename

from quizapp.clock import now
from quizapp.models import Course, Enrolment
from quizapp.models.courses import COURSE_ROLES, TEACHES
from quizapp.models.transactions import begin_writing, changing
from quizapp.queries.courses import place_in
from quizapp.web.extensions import db
from quizapp.web.overdue import end_what_is_over_in

Outcome = TypeVar("Outcome")


def place_or_404(course_id: int, roles: Collection[str] = COURSE_ROLES) -> tuple[Course, Enrolment]:
    """The course, and the place that the person has in it with one of these roles."""
    found = db.session.execute(place_in(current_user.id, course_id, roles)).one_or_none() or abort(404)
    if found[1].role in TEACHES:
        end_what_is_over_in(course_id, now())
        found = db.session.execute(place_in(current_user.id, course_id, roles)).one_or_none() or abort(404)
    course, place = found
    return course, place


def going_on_or_404(course_id: int, roles: Collection[str] = TEACHES) -> tuple[Course, Enrolment]:
    """The same, of a course that is not archived: for forms that change something of it."""
    course, place = place_or_404(course_id, roles)
    return (course, place) if course.archived_at is None else abort(404)


def named_after(course: Course) -> str:
    """How the name of a file begins that tells of a course: its title in letters that every system takes, as far as it has any."""
    title = secure_filename(course.title).replace("_", "-").lower()[:40]
    return f"{title}-" if title else ""


def changing_course(
    course_id: int, change: Callable[[Course, Enrolment], Outcome], roles: Collection[str] = TEACHES, *, archived: bool = False
) -> Outcome:
    """Change something of a course that the person may change, in one transaction. An archived one is not changed, unless that is asked."""
    person_id = current_user.id

    def once() -> Outcome:
        begin_writing(db.session())
        found = db.session.execute(place_in(person_id, course_id, roles)).one_or_none()
        if found is None or (found[0].archived_at is not None and not archived):
            abort(404)
        return change(found[0], found[1])

    return changing(db.session(), once)
