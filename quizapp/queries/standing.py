"""How far each learner of a course is with what is set."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.models import Assignment, Course, Enrolment
from quizapp.queries.all_answers import answers_that_count
from quizapp.queries.assignments import due_for, extensions_of, objectives_in
from quizapp.queries.course_map import Cell, LearnerOnMap, course_map
from quizapp.queries.known_when_due import cells_when_due
from quizapp.queries.sitting import APART
from quizapp.queries.states import State
from quizapp.scheduling.days import study_day

HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Standing:
    """One learner: how far, what is known, points for sittings on several days, by when it is due for them, and whether they need help.

    Once it is over for them, state, what is known and points stay as they were when it was due: a mark is not to move with memory.
    """

    place: Enrolment
    state: State
    cell: Cell
    points: Fraction
    due_at: datetime | None
    needs_help: bool
    is_over: bool


def standings(session: Session, course: Course, assignment: Assignment, at: datetime, only: int | None = None) -> tuple[Standing, ...]:
    """Each learner's state, or one's, in the order of their names."""
    found = course_map(session, course, study_day(at, course.zone), at, only, assignment)
    extensions = {one.learner_id: one for one in session.scalars(extensions_of(assignment.id))}
    due = {one.place.person_id: due_for(assignment, extensions.get(one.place.person_id)) for one in found.learners}
    points = _points(session, assignment, {one.place.person_id: one.place for one in found.learners}, due)
    over = {who.place.person_id: (who.place, until) for who in found.learners if (until := due[who.place.person_id]) and until < at}
    cells = cells_when_due(session, course, assignment, over)
    return tuple(
        _standing(one, due[who], points.get(who, Fraction(0)), cells.get(who)) for one in found.learners for who in (one.place.person_id,)
    )


def _standing(one: LearnerOnMap, due_at: datetime | None, points: Fraction, when_due: Cell | None) -> Standing:
    cell, is_over = when_due or one.whole, when_due is not None
    state = _state(cell, is_over=is_over)
    return Standing(one.place, state, cell, points, due_at, state is not State.DONE and bool(one.reasons), is_over)


def _state(cell: Cell, *, is_over: bool) -> State:
    if cell.objectives and cell.at_goal == cell.objectives:
        return State.DONE
    if is_over:
        return State.LATE
    return State.WORKING if cell.seen else State.NOT_STARTED


def _points(
    session: Session, assignment: Assignment, places: Mapping[int, Enrolment], due: Mapping[int, datetime | None]
) -> dict[int, Fraction]:
    """A point for the first sitting of each day, half for each further one, from opening to the date that each learner has.

    Answers less than half an hour apart are one sitting, on the study day of its first answer.
    """
    answers = answers_that_count()
    objectives = [one.id for one in session.scalars(objectives_in(assignment.id))]
    rows = session.execute(
        select(answers.c.learner_id, answers.c.study_day, answers.c.received_at)
        .where(
            answers.c.learner_id.in_(places),
            answers.c.objective_id.in_(objectives),
            answers.c.received_at.between(assignment.opens_at, max((one for one in due.values() if one), default=None)),
        )
        .order_by(answers.c.learner_id, answers.c.received_at)
    )
    points: dict[int, Fraction] = {}
    days: set[tuple[int, object]] = set()
    last: tuple[int, datetime] | None = None
    for learner, day, received in rows:
        until = due[learner]
        if received < places[learner].joined_at or until is None or received > until:
            continue
        if last is None or last[0] != learner or received - last[1] >= APART:
            points[learner] = points.get(learner, Fraction(0)) + (HALF if (learner, day) in days else 1)
            days.add((learner, day))
        last = (learner, received)
    return points
