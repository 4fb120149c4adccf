"""Try what a course has set as its learners will find it, before it opens or after: an attempt that counts nowhere."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.models import Assignment, Attempt, AttemptAnswer, Person, Quiz
from quizapp.queries.attempts import attempt_of_seed
from quizapp.queries.exam_attempts import trials_going_on
from quizapp.usecases.begin_exam import CHANGED, NOTHING, NotNow, exam_quiz
from quizapp.usecases.beginning import open_attempt
from quizapp.usecases.exam_drawing import drawn_for, ground_of
from quizapp.usecases.exam_times import change_alone, ends_at


def try_assignment(session: Session, person_id: int, assignment: Assignment, seed: str, at: datetime) -> int | NotNow:
    """The number of the attempt: the exam with the questions of a first attempt, or a portion of what is studied, explained at once.

    The same seed once more is the same attempt, and a trial that goes on and asks the same goes on.
    """
    assignment_id = assignment.id
    drawn = drawn_for(session, assignment, session.get_one(Person, person_id), 0, seed)
    change_alone(session, assignment_id)
    if (again := session.scalar(attempt_of_seed(person_id, seed))) is not None:
        return again
    if (now_set := session.get(Assignment, assignment_id)) is None:
        return NotNow(CHANGED)
    assignment = now_set
    if drawn.ground != ground_of(session, assignment, session.get_one(Person, person_id)):
        return try_assignment(session, person_id, assignment, seed, at)
    if not drawn.items:
        return NotNow(NOTHING)
    quiz = exam_quiz(person_id, assignment, 0, at, trial=True) if assignment.exam else _portion(person_id, assignment, len(drawn.items), at)
    asked = {drawn.ids[item.objective] for item in drawn.items}
    for going_on, like in session.execute(trials_going_on(assignment_id, person_id, at)).all():
        if (like.mode, like.seconds) == (quiz.mode, quiz.seconds) and asked == _asked_in(session, going_on):
            return int(going_on.attempt)
    return open_attempt(session, quiz, seed, drawn.items, drawn.ids, ends_at(quiz, None))


def _asked_in(session: Session, attempt: Attempt) -> set[int]:
    theirs = (AttemptAnswer.learner_id == attempt.learner_id, AttemptAnswer.attempt == attempt.attempt)
    return set(session.scalars(select(AttemptAnswer.objective_id).where(*theirs)))


def _portion(person_id: int, assignment: Assignment, number: int, at: datetime) -> Quiz:
    return Quiz(
        learner_id=person_id,
        mode="study",
        pool="all",
        topics=(),
        item_types=(),
        number=number,
        seconds=None,
        extra_time=0,
        made_at=at,
        assignment_id=assignment.id,
        trial=True,
    )
