"""What each learner of a course answered the first time that they met a question: what statistics are made of."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, select, tuple_

from questions.responses import DontKnow, response_to_json
from quizapp.models import Assignment, Attempt, AttemptAnswer, Enrolment, Rescoring
from quizapp.queries.all_answers import answers_that_count
from quizapp.queries.assignments import objectives_set
from quizapp.queries.courses import learning_in
from quizapp.queries.exam_attempts import first_attempts
from quizapp.queries.withheld import answers_wait

NEEDED = (
    "learner_id",
    "objective_id",
    "revision",
    "template",
    "version",
    "seed",
    "audience",
    "language",
    "shown",
    "keys",
    "response",
    "marks",
    "maximum",
)
ASKED_IN = Rescoring.revision.label("asked_in")
"""Beside these, where answers are joined with what they were before a correction."""


def first_answers(course_id: int, at: datetime, about: Assignment | None = None, *, each_template: bool = True) -> Select[Any]:
    """The first answer of each learner to each objective in each way of asking it (or in any): to what is set by a moment, and since they
    joined; or to what one assignment holds, since it opened. Of an exam, all that it asked at their first attempt since, blank or not."""
    if about is not None and about.exam:
        return _in_exam(about)
    learners, objectives = select(Enrolment.person_id).where(*learning_in(course_id)), objectives_set(course_id, at, about).subquery()
    answers = answers_that_count(among=learners, without=answers_wait(at, apart_from=course_id))
    question = [answers.c.learner_id, answers.c.objective_id, *([answers.c.template] if each_template else [])]
    order = (answers.c.received_at, answers.c.attempt, answers.c.position, answers.c.turn)
    opened = [] if about is None or about.opens_at is None else [answers.c.received_at >= about.opens_at]
    seen = (
        select(*(answers.c[name] for name in NEEDED), ASKED_IN, func.row_number().over(partition_by=question, order_by=order).label("nth"))
        .join(Enrolment, and_(Enrolment.person_id == answers.c.learner_id, Enrolment.course_id == course_id))
        .join(objectives, objectives.c.id == answers.c.objective_id)
        .outerjoin(Rescoring, corrected(answers.c))
        .where(answers.c.received_at >= Enrolment.joined_at, *opened)
        .subquery()
    )
    return select(seen).where(seen.c.nth == 1).order_by(seen.c.objective_id, seen.c.template, seen.c.learner_id)


def corrected(answers: Any) -> ColumnElement[bool]:
    """What joins answers with how they were asked before they were corrected, if they were; `answers` have the columns of one."""
    of = (Rescoring.learner_id == answers.learner_id, Rescoring.attempt == answers.attempt)
    return and_(*of, Rescoring.position == answers.position)


def _in_exam(about: Assignment) -> Select[Any]:
    """Every question of each learner's first attempt, once it has ended. What was left blank was not known, and has no marks."""
    kept: dict[str, Any] = {
        "response": func.coalesce(AttemptAnswer.response, response_to_json(DontKnow())),
        "marks": func.coalesce(AttemptAnswer.marks, 0),
    }
    first = tuple_(AttemptAnswer.learner_id, AttemptAnswer.attempt).in_(first_attempts(about))
    return (
        select(*(kept.get(name, getattr(AttemptAnswer, name)).label(name) for name in NEEDED), ASKED_IN)
        .join(Attempt, and_(Attempt.learner_id == AttemptAnswer.learner_id, Attempt.attempt == AttemptAnswer.attempt))
        .outerjoin(Rescoring, corrected(AttemptAnswer))
        .where(first, Attempt.ended_at.is_not(None), AttemptAnswer.withdrawn_at.is_(None))
        .order_by(AttemptAnswer.objective_id, AttemptAnswer.template, AttemptAnswer.learner_id)
    )
