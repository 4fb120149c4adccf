"""The course that has set a quiz."""

from dataclasses import dataclass

from flask import url_for
from flask_login import current_user

from quizapp.queries.attempts import Sheet
from quizapp.queries.exam_attempts import set_in
from quizapp.web.extensions import db


@dataclass(frozen=True, slots=True)
class SetBy:
    """What a course has set, where it stands, and what passes it (None: it is no exam)."""

    title: str
    address: str
    pass_mark: int | None


def set_by(found: Sheet) -> SetBy | None:
    """What a quiz belongs to, as long as its learner is in the course."""
    if found.quiz.assignment_id is None:
        return None
    assignment = db.session.scalar(set_in(found.quiz.assignment_id, current_user.id))
    if assignment is None:
        return None
    address = url_for("courses.assignment", course_id=assignment.course_id, assignment_id=assignment.id)
    return SetBy(assignment.title, address, assignment.pass_mark)


def passes(found: Sheet, by_course: SetBy | None) -> bool | None:
    """Whether an exam of a course is passed; None where that is not asked."""
    if by_course is None or by_course.pass_mark is None or not found.maximum:
        return None
    return 100 * found.marks >= by_course.pass_mark * found.maximum
