"""What stands in a gradebook: of each learner, for each assignment that has opened, how much of it is reached."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.models import Assignment, Course, Enrolment
from quizapp.queries.courses import learning_in, sections_of
from quizapp.queries.exam_attempts import ExamAttempt
from quizapp.queries.exam_standing import exam_standings
from quizapp.queries.standing import Standing, standings

Graded = Mapping[int, tuple[Fraction | None, Fraction | None]]
"""For each learner how many of a hundred (None: an exam that they have not taken to its end, or what is not begun and not due yet), and
points for study days (exams: None)."""


COLUMNS: Final[Mapping[str, tuple[int, ...]]] = {"study": (100, 0), "exam": (100,)}
"""Out of how many each column of an assignment is: what is reached, and in study mode points for study days, which are out of none."""


@dataclass(frozen=True, slots=True)
class Gradebook:
    """Learners by name, the titles of sections, and each assignment with what each learner has reached."""

    learners: Sequence[Enrolment]
    sections: Mapping[int, str]
    assignments: Sequence[tuple[Assignment, Graded]]

    def line(self, learner: Enrolment) -> list[float | None]:
        """What one learner has reached in each assignment, beside the points for study days where it has such."""
        return [
            None if figure is None else round(float(figure), 2)
            for one, graded in self.assignments
            for figure in graded[learner.person_id][: len(COLUMNS[one.mode])]
        ]


def gradebook(session: Session, course: Course, at: datetime) -> Gradebook:
    """The gradebook of a course at a moment."""
    found = session.scalars(select(Enrolment).where(*learning_in(course.id))).all()
    opened = session.scalars(
        select(Assignment).where(Assignment.course_id == course.id, Assignment.opens_at <= at).order_by(Assignment.due_at, Assignment.id)
    )
    return Gradebook(
        sorted(found, key=lambda one: (one.called.casefold(), one.person_id)),
        {one.section: one.title for one in session.scalars(sections_of(course.id))},
        [(one, _reached(session, course, one, at)) for one in opened.all()],
    )


def _reached(session: Session, course: Course, assignment: Assignment, at: datetime) -> Graded:
    """An objective at its goal counts as reached, one that is not as nothing; of an exam what its best attempt came to."""
    if assignment.exam:
        return {one.place.person_id: (_share(one.best), None) for one in exam_standings(session, assignment, at)}
    return {one.place.person_id: _studied(one) for one in standings(session, course, assignment, at)}


def _studied(one: Standing) -> tuple[Fraction | None, Fraction | None]:
    """Nothing yet where it was not begun and there is still time: a gradebook would show a nought."""
    if not one.cell.seen and not one.is_over:
        return None, None
    return Fraction(100 * one.cell.at_goal, one.cell.objectives or 1), one.points


def _share(best: ExamAttempt | None) -> Fraction | None:
    return Fraction(100 * best.marks, best.maximum) if best else None
