"""What came of an exam that a course has set: each learner's attempts at it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.orm import Session

from quizapp.models import Assignment, Attempt, AttemptAnswer, Enrolment, Extension, Quiz
from quizapp.models.quizzes import EndedBecause
from quizapp.queries.attempts import GRACE
from quizapp.queries.courses import learning_in


@dataclass(frozen=True, slots=True)
class ExamAttempt:
    """One learner's go at an exam: marks of maximum marks so far, without the questions that were withdrawn."""

    learner_id: int
    attempt: int
    begun_at: datetime
    ends_at: datetime | None
    ended_at: datetime | None
    ended_because: EndedBecause | None
    marks: int
    maximum: int
    known_end: datetime | None = None

    @property
    def open(self) -> bool:
        """Whether it goes on."""
        return self.ended_at is None

    def passes(self, pass_mark: int) -> bool:
        """Whether it has ended with so many percent of the marks, or more."""
        return not self.open and bool(self.maximum) and 100 * self.marks >= pass_mark * self.maximum


def exam_attempts(session: Session, assignment_id: int, learners: Collection[int] | None = None) -> dict[int, tuple[ExamAttempt, ...]]:
    """The attempts at an exam by learner (None: of everybody), each one's in their order. No trials."""
    theirs = [] if learners is None else [Attempt.learner_id.in_(list(learners))]
    found: dict[int, list[ExamAttempt]] = {}
    for _exam, one in _attempts(session, Quiz.assignment_id == assignment_id, *theirs):
        found.setdefault(one.learner_id, []).append(one)
    return {learner: tuple(attempts) for learner, attempts in found.items()}


def own_attempts(session: Session, learner_id: int, assignments: Collection[int]) -> dict[int, tuple[ExamAttempt, ...]]:
    """One learner's attempts at several exams, by exam, in their order. No trials."""
    found: dict[int, list[ExamAttempt]] = {}
    for exam, one in _attempts(session, Quiz.assignment_id.in_(assignments), Attempt.learner_id == learner_id):
        found.setdefault(exam, []).append(one)
    return {exam: tuple(attempts) for exam, attempts in found.items()}


def best_of(attempts: Sequence[ExamAttempt]) -> ExamAttempt | None:
    """The attempt that ended with the greatest share of the marks, the first of several; None before any has."""
    ended = [one for one in attempts if not one.open and one.maximum]
    return max(ended, key=lambda one: one.marks / one.maximum, default=None)


def overdue_at(assignment_id: int, at: datetime) -> Select[tuple[int]]:
    """The learners whose time at an exam is over, and whose attempt nobody has ended yet."""
    open_ones = (Attempt.ended_at.is_(None), Attempt.ends_at < at - GRACE)
    return select(Attempt.learner_id).join(Quiz, _its_quiz()).where(Quiz.assignment_id == assignment_id, *open_ones).distinct()


def open_at(assignment_id: int, learner_id: int | None = None) -> Select[tuple[Attempt, Quiz]]:
    """The attempts at an exam that go on, of a learner (None: of everybody), the latest first."""
    going_on = (Quiz.assignment_id == assignment_id, Attempt.ended_at.is_(None), ~Quiz.trial)
    theirs = () if learner_id is None else (Attempt.learner_id == learner_id,)
    return select(Attempt, Quiz).join(Quiz, _its_quiz()).where(*going_on, *theirs).order_by(Attempt.attempt.desc())


def trials_going_on(assignment_id: int, person_id: int, at: datetime) -> Select[tuple[Attempt, Quiz]]:
    """Somebody's trials of what is set that go on, with time left, the latest first."""
    theirs = (Quiz.assignment_id == assignment_id, Attempt.learner_id == person_id, Attempt.ended_at.is_(None), Quiz.trial)
    left = or_(Attempt.ends_at.is_(None), Attempt.ends_at > at)
    return select(Attempt, Quiz).join(Quiz, _its_quiz()).where(*theirs, left).order_by(Attempt.attempt.desc())


def first_attempts(assignment: Assignment) -> Select[tuple[int, int]]:
    """Who took an exam since they joined its course, and which of their attempts since was the first at it."""
    first = func.min(Attempt.attempt).label("attempt")
    return select(Attempt.learner_id, first).join(Quiz, _its_quiz()).where(*_seen_at(assignment)).group_by(Attempt.learner_id)


def last_taken(course_id: int, only: int | None = None) -> Select[tuple[int, int, datetime]]:
    """When each learner of a course (or one) was in each of its exams last, since they joined: what tells nothing of what came of it."""
    moment = func.max(func.coalesce(AttemptAnswer.received_at, Attempt.begun_at), type_=Attempt.begun_at.type).label("at")
    theirs = (AttemptAnswer.learner_id == Attempt.learner_id, AttemptAnswer.attempt == Attempt.attempt)
    place = (Enrolment.person_id == Attempt.learner_id, Enrolment.joined_at <= Attempt.begun_at, *learning_in(course_id))
    one = () if only is None else (Attempt.learner_id == only,)
    return (
        select(Attempt.learner_id, Assignment.id.label("assignment_id"), moment)
        .join(Quiz, _its_quiz())
        .join(Assignment, Assignment.id == Quiz.assignment_id)
        .join(Enrolment, and_(*place))
        .outerjoin(AttemptAnswer, and_(*theirs))
        .where(Assignment.course_id == course_id, ~Quiz.trial, *one)
        .group_by(Attempt.learner_id, Assignment.id)
    )


def ended_in(assignment: Assignment) -> tuple[ColumnElement[bool], ...]:
    """What is asked of an attempt and its quiz so that it has ended at an exam, and the exam's course sees it. No trials."""
    return *_seen_at(assignment), Attempt.ended_at.is_not(None)


def attempts_begun(assignment_id: int) -> Select[tuple[int]]:
    """How often an exam was begun by anybody, trials aside."""
    return select(func.count()).select_from(Quiz).where(Quiz.assignment_id == assignment_id, ~Quiz.trial)


def learners_begun(assignment_id: int) -> Select[tuple[int]]:
    """How many learners have begun an exam, trials aside."""
    return select(func.count(Quiz.learner_id.distinct())).where(Quiz.assignment_id == assignment_id, ~Quiz.trial)


def learners_in(assignment_id: int, at: datetime) -> Select[tuple[int]]:
    """How many learners are in an exam at a moment."""
    left = or_(Attempt.ends_at.is_(None), Attempt.ends_at > at)
    return open_at(assignment_id).order_by(None).with_only_columns(func.count(Attempt.learner_id.distinct())).where(left)


def most_begun(assignment_id: int) -> Select[tuple[int]]:
    """How often the learner who began an exam the most often did, without what an extension gave."""
    more = func.coalesce(Extension.more_attempts, 0)
    given = and_(Extension.learner_id == Quiz.learner_id, Extension.assignment_id == Quiz.assignment_id)
    begun = (
        select((func.count() - more).label("begun"))
        .select_from(Quiz)
        .outerjoin(Extension, given)
        .where(Quiz.assignment_id == assignment_id, ~Quiz.trial)
        .group_by(Quiz.learner_id, Extension.more_attempts)
        .subquery()
    )
    return select(func.coalesce(func.max(begun.c.begun), 0))


def set_in(assignment_id: int, person_id: int) -> Select[tuple[Assignment]]:
    """What is set, for somebody who is in its course."""
    place = and_(Enrolment.course_id == Assignment.course_id, Enrolment.person_id == person_id, Enrolment.left_at.is_(None))
    return select(Assignment).join(Enrolment, place).where(Assignment.id == assignment_id)


def _attempts(session: Session, *wanted: ColumnElement[bool]) -> Iterator[tuple[int, ExamAttempt]]:
    """Each attempt of these, with its exam."""
    for exam, *attempt in session.execute(_with_marks(*wanted)):
        yield exam, ExamAttempt(*attempt)


def _with_marks(*wanted: ColumnElement[bool]) -> Select[Any]:
    columns = tuple(getattr(Attempt, name) for name in ("learner_id", "attempt", "begun_at", "ends_at", "ended_at", "ended_because"))
    counting = and_(
        AttemptAnswer.learner_id == Attempt.learner_id, AttemptAnswer.attempt == Attempt.attempt, AttemptAnswer.withdrawn_at.is_(None)
    )
    marks = (
        func.coalesce(func.sum(part), 0).label(name) for part, name in ((AttemptAnswer.marks, "marks"), (AttemptAnswer.maximum, "maximum"))
    )
    return (
        select(Quiz.assignment_id, *columns, *marks, Attempt.known_end)
        .join(Quiz, _its_quiz())
        .outerjoin(AttemptAnswer, counting)
        .where(*wanted, ~Quiz.trial)
        .group_by(Quiz.assignment_id, *columns, Attempt.known_end)
        .order_by(Attempt.learner_id, Attempt.attempt)
    )


def _seen_at(assignment: Assignment) -> tuple[ColumnElement[bool], ...]:
    """What is asked of an attempt and its quiz so that it is one at an exam, begun since its learner joined the course. No trials."""
    seen = exists().where(
        Enrolment.person_id == Attempt.learner_id, Enrolment.joined_at <= Attempt.begun_at, *learning_in(assignment.course_id)
    )
    return Quiz.assignment_id == assignment.id, ~Quiz.trial, seen


def _its_quiz() -> Any:
    return and_(Quiz.learner_id == Attempt.learner_id, Quiz.quiz == Attempt.quiz)
