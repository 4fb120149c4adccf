"""Begin an exam that a course has set."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizapp.models import Assignment, Attempt, Enrolment, Extension, Person, Quiz
from quizapp.queries.assignments import due_for
from quizapp.queries.courses import place_in
from quizapp.queries.exam_attempts import open_at
from quizapp.queries.exam_standing import attempts_for
from quizapp.usecases.beginning import open_attempt
from quizapp.usecases.enrolling import PATIENTS
from quizapp.usecases.exam_drawing import drawn_for, ground_of
from quizapp.usecases.exam_times import change_alone, ends_at
from quizapp.usecases.wording import sentence

NOT_YET = sentence("It is not open yet. Come back on the day on which it opens.")
OVER = sentence("Its time is over. Ask your instructor for a later date.")
NONE_LEFT = sentence("You have taken it as often as it can be taken.")
NOTHING = sentence("There is nothing left to ask in it. Tell your instructor.")
CHANGED = sentence("Your instructor has changed it just now. Look at it again before you begin.")


@dataclass(frozen=True, slots=True)
class NotNow:
    """It cannot be begun, and why."""

    why: str


def begin_exam(session: Session, place: Enrolment, assignment: Assignment, at: datetime) -> int | NotNow:
    """The number of the learner's attempt: the one that goes on, else a new one, which ends with its time or with the last day."""
    learner_id, course_id, assignment_id = place.person_id, place.course_id, assignment.id
    taken = _taken(session, learner_id, assignment_id)
    drawn = drawn_for(session, assignment, session.get_one(Person, learner_id), taken)
    change_alone(session, assignment_id)
    found = session.execute(place_in(learner_id, course_id, ("learner",))).one_or_none()
    now_set = session.get(Assignment, assignment_id)
    if found is None or now_set is None or not now_set.exam or found[0].archived_at is not None:
        return NotNow(CHANGED)
    place, assignment, person = found[1], now_set, session.get_one(Person, learner_id)
    going_on = session.scalars(open_at(assignment_id, learner_id).with_only_columns(Attempt.attempt).limit(1)).first()
    if going_on is not None:
        return going_on
    if taken != _taken(session, learner_id, assignment_id) or drawn.ground != ground_of(session, assignment, person):
        return begin_exam(session, place, assignment, at)
    extension = session.get(Extension, (learner_id, assignment_id))
    if problem := _problem(person, assignment, extension, taken, at):
        return NotNow(problem)
    if not drawn.items:
        return NotNow(NOTHING)
    quiz = exam_quiz(learner_id, assignment, place.extra_time, at)
    return open_attempt(session, quiz, drawn.seed, drawn.items, drawn.ids, ends_at(quiz, due_for(assignment, extension)))


def exam_quiz(learner_id: int, assignment: Assignment, extra_time: int, at: datetime, *, trial: bool = False) -> Quiz:
    """An exam as a quiz of somebody's."""
    return Quiz(
        learner_id=learner_id,
        mode="exam",
        pool="all",
        topics=(),
        item_types=(),
        number=assignment.number or 0,
        seconds=assignment.seconds,
        extra_time=extra_time,
        made_at=at,
        assignment_id=assignment.id,
        trial=trial,
    )


def _taken(session: Session, learner_id: int, assignment_id: int) -> int:
    theirs = (Quiz.learner_id == learner_id, Quiz.assignment_id == assignment_id, ~Quiz.trial)
    return session.scalar(select(func.count()).select_from(Quiz).where(*theirs)) or 0


def _problem(person: Person, assignment: Assignment, extension: Extension | None, taken: int, at: datetime) -> str | None:
    due_at = due_for(assignment, extension)
    if person.audience == "patient":
        return PATIENTS
    if not assignment.has_opened(at):
        return NOT_YET
    if due_at is not None and at >= due_at:
        return OVER
    return NONE_LEFT if taken >= attempts_for(assignment, extension) else None
