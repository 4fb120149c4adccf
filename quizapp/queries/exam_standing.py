"""How far each learner of a course is with an exam."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.models import Assignment, Enrolment, Extension
from quizapp.queries.assignments import due_for, extensions_of, own_extensions
from quizapp.queries.courses import learning_in
from quizapp.queries.exam_attempts import ExamAttempt, best_of, exam_attempts, own_attempts
from quizapp.queries.states import State


@dataclass(frozen=True, slots=True)
class ExamStanding:
    """One learner: how far, the attempts that the course may see, the best of them, how many are left, until when, and how many
    were used before they joined again, which the course does not see."""

    place: Enrolment
    state: State
    attempts: tuple[ExamAttempt, ...]
    left: int
    due_at: datetime | None
    before: int

    @property
    def best(self) -> ExamAttempt | None:
        """The attempt that ended best."""
        return best_of(self.attempts)


def exam_standings(session: Session, assignment: Assignment, at: datetime, only: int | None = None) -> tuple[ExamStanding, ...]:
    """Each learner's, or one's, in the order of their names."""
    of_one = [] if only is None else [Enrolment.person_id == only]
    places = session.scalars(select(Enrolment).where(*learning_in(assignment.course_id), *of_one)).all()
    attempts = exam_attempts(session, assignment.id, None if only is None else [only])
    extensions = {one.learner_id: one for one in session.scalars(extensions_of(assignment.id))}
    in_order = sorted(places, key=lambda place: (place.called.casefold(), place.person_id))
    return tuple(_standing(place, assignment, attempts, extensions.get(place.person_id), at) for place in in_order)


def own_exam_standings(session: Session, places: Iterable[tuple[Assignment, Enrolment]], at: datetime) -> dict[int, ExamStanding]:
    """One learner's with several exams, by exam: as many queries for many as for one. `places` has the learner’s place in each course."""
    exams = {one.id: (one, place) for one, place in places}
    if not exams:
        return {}
    learner_id = next(iter(exams.values()))[1].person_id
    attempts = own_attempts(session, learner_id, exams)
    extensions = {one.assignment_id: one for one in session.scalars(own_extensions(learner_id, exams))}
    return {
        number: _standing(place, one, {learner_id: attempts.get(number, ())}, extensions.get(number), at)
        for number, (one, place) in exams.items()
    }


def attempts_for(assignment: Assignment, extension: Extension | None) -> int:
    """How often one learner may take an exam."""
    return (assignment.attempts or 0) + (extension.more_attempts if extension else 0)


def _standing(
    place: Enrolment, assignment: Assignment, every: Mapping[int, tuple[ExamAttempt, ...]], extension: Extension | None, at: datetime
) -> ExamStanding:
    taken, due_at = every.get(place.person_id, ()), due_for(assignment, extension)
    seen = tuple(one for one in taken if one.begun_at >= place.joined_at)
    left = max(0, attempts_for(assignment, extension) - len(taken))
    return ExamStanding(place, _state(assignment, seen, left, due_at, at), seen, left, due_at, len(taken) - len(seen))


def _state(assignment: Assignment, attempts: tuple[ExamAttempt, ...], left: int, due_at: datetime | None, at: datetime) -> State:
    """Done is whoever has passed. Who did not, and cannot take it again, needs help."""
    closed = due_at is not None and at > due_at
    if any(one.passes(assignment.pass_mark or 0) for one in attempts):
        return State.DONE
    if any(one.open for one in attempts):
        return State.WORKING
    if (attempts and closed) or not left:
        return State.HELP
    if closed:
        return State.LATE
    return State.WORKING if attempts else State.NOT_STARTED
