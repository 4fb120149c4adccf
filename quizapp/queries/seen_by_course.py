"""What a course sees of one learner: their answers to what it has set, since they joined; none of another course's exam that waits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from quizapp.models import AttemptAnswer, Course, Enrolment, Objective, Opening, Remark, Review
from quizapp.queries.all_answers import answers_that_count
from quizapp.queries.assignments import objectives_set
from quizapp.queries.courses import learning_in
from quizapp.queries.withheld import answers_wait

MOST = 200


@dataclass(frozen=True, slots=True)
class Seen:
    """An answer, and what its objective aims at."""

    objective_id: int
    aim: str
    marks: int
    maximum: int
    certainty: str | None
    milliseconds: int | None
    received_at: datetime
    turn: int | None
    attempt: int | None
    position: int | None


def answers_seen(
    session: Session,
    course: Course,
    place: Enrolment,
    at: datetime,
    objective_id: int | None = None,
    *,
    own: bool = False,
    most: int = MOST,
    after: int = 0,
) -> tuple[Seen, ...]:
    """So many of the answers that the course may see at a moment, after the latest ones, the latest first; or of those to one objective.
    Who gave them (`own`) sees none of an exam that does not tell yet what was right."""
    found = _answers(course.id, place, at, objective_id, own).limit(most).offset(after)
    return tuple(_seen(row) for row in session.execute(found))


def number_seen(session: Session, course: Course, place: Enrolment, at: datetime, objective_id: int | None, *, own: bool) -> int:
    """How many there are."""
    found = _answers(course.id, place, at, objective_id, own).order_by(None).subquery()
    return session.scalar(select(func.count()).select_from(found)) or 0


@dataclass(frozen=True, slots=True)
class Answered:
    """An objective that is set, and how many answers to it a course may see."""

    objective_id: int
    aim: str
    answers: int


def answered_in(
    session: Session, course: Course, place: Enrolment, at: datetime, bank: str, topic: str, *, own: bool = False
) -> tuple[Answered, ...]:
    """The objectives of a topic that the course has set, each with how many answers of one learner it may see."""
    seen = _answers(course.id, place, at, None, own).order_by(None).subquery()
    counted = select(seen.c.objective_id, func.count()).group_by(seen.c.objective_id)
    answers = dict(session.execute(counted).tuples().all())
    held = select(objectives_set(course.id, at).subquery().c.id)
    inside = select(Objective).where(Objective.bank == bank, Objective.topic == topic, Objective.id.in_(held)).order_by(Objective.id)
    return tuple(Answered(one.id, one.aim, answers.get(one.id, 0)) for one in session.scalars(inside))


def answers_of_all(course_id: int, at: datetime) -> Select[Any]:
    """Each answer that a course may see at a moment, of everybody who learns there, in the order in which they came; and who gave it."""
    learners = select(Enrolment.person_id).where(*learning_in(course_id))
    answers = answers_that_count(among=learners, without=answers_wait(at, apart_from=course_id))
    objectives = objectives_set(course_id, at).subquery()
    return (
        select(answers, Enrolment.called, Enrolment.reference, Enrolment.section, Objective.aim, Objective.topic)
        .join(Enrolment, Enrolment.person_id == answers.c.learner_id)
        .join(objectives, objectives.c.id == answers.c.objective_id)
        .join(Objective, Objective.id == answers.c.objective_id)
        .where(*learning_in(course_id), answers.c.received_at >= Enrolment.joined_at)
        .order_by(answers.c.received_at, answers.c.learner_id)
    )


def answer_itself(session: Session, learner_id: int, seen: Seen) -> Review | AttemptAnswer | None:
    """The row of an answer, with all it takes to write its question again."""
    if seen.attempt is not None:
        return session.get(AttemptAnswer, (learner_id, seen.attempt, seen.position))
    return session.get(Review, (learner_id, seen.objective_id, seen.turn))


def remarks_to(learner_id: int, course_id: int) -> Select[tuple[Remark, str]]:
    """What was said to a learner in a course, and by whom, the latest first."""
    said_by = and_(Enrolment.person_id == Remark.by_id, Enrolment.course_id == Remark.course_id)
    return (
        select(Remark, Enrolment.called)
        .outerjoin(Enrolment, said_by)
        .where(Remark.learner_id == learner_id, Remark.course_id == course_id)
        .order_by(Remark.remark.desc())
    )


def new_remarks(learner_id: int) -> Select[tuple[int, str, int]]:
    """The courses in which something was said to a learner since they last opened their page there: number, title, how much."""
    own = (Opening.learner_id == Remark.learner_id, Opening.course_id == Remark.course_id, Opening.by_id == Remark.learner_id)
    last = select(func.max(Opening.opened_at)).where(*own).correlate(Remark).scalar_subquery()
    return (
        select(Course.id, Course.title, func.count())
        .join(Enrolment, Enrolment.course_id == Course.id)
        .join(Remark, and_(Remark.course_id == Course.id, Remark.learner_id == Enrolment.person_id))
        .where(Enrolment.person_id == learner_id, Enrolment.role == "learner", Enrolment.left_at.is_(None))
        .where(or_(last.is_(None), Remark.written_at > last))
        .group_by(Course.id, Course.title)
        .order_by(Course.id)
    )


def openings_of(session: Session, learner_id: int, course_id: int) -> Sequence[Row[tuple[Opening, str]]]:
    """Who else opened a learner's page of a course, the latest first."""
    opened_by = and_(Enrolment.person_id == Opening.by_id, Enrolment.course_id == Opening.course_id)
    return session.execute(
        select(Opening, Enrolment.called)
        .outerjoin(Enrolment, opened_by)
        .where(Opening.learner_id == learner_id, Opening.course_id == course_id, Opening.by_id != learner_id)
        .order_by(Opening.opened_at.desc())
        .limit(30)
    ).all()


def _answers(course_id: int, place: Enrolment, at: datetime, objective_id: int | None, own: bool) -> Select[Any]:
    answers = answers_that_count(place.person_id, without=answers_wait(at, apart_from=None if own else course_id))
    objectives = objectives_set(course_id, at).subquery()
    one = [] if objective_id is None else [answers.c.objective_id == objective_id]
    return (
        select(answers, Objective.aim)
        .join(objectives, objectives.c.id == answers.c.objective_id)
        .join(Objective, Objective.id == answers.c.objective_id)
        .where(answers.c.received_at >= place.joined_at, *one)
        .order_by(answers.c.received_at.desc(), answers.c.objective_id, answers.c.turn, answers.c.attempt, answers.c.position)
    )


def _seen(row: Row[Any]) -> Seen:
    return Seen(
        row.objective_id,
        row.aim,
        row.marks,
        row.maximum,
        row.certainty,
        row.milliseconds,
        row.received_at,
        row.turn,
        row.attempt,
        row.position,
    )
