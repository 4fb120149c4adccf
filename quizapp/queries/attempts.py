"""A learner's attempts at quizzes."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from sqlalchemy import Select, and_, func, select
from sqlalchemy.orm import Session

from quizapp.models import Attempt, AttemptAnswer, Enrolment, Objective, Quiz
from quizapp.queries.courses import learning_in

GRACE = timedelta(seconds=10)
"""How much later than the time limit an answer may arrive: it was on its way."""


def is_over(ends_at: datetime | None, at: datetime) -> bool:
    """Whether the time of an attempt is over, with the grace that an answer on its way has."""
    return ends_at is not None and at > ends_at + GRACE


@dataclass(frozen=True)
class Asked:
    """One question of an attempt, and the objective that it asks for."""

    answer: AttemptAnswer
    objective: Objective

    @property
    def position(self) -> int:
        """Its place in the attempt, from 1."""
        return self.answer.position

    @property
    def answered(self) -> bool:
        """Whether it has an answer."""
        return self.answer.response is not None

    @property
    def withdrawn(self) -> bool:
        """Whether it counts nowhere, since its objective was retired before it was final."""
        return self.answer.withdrawn_at is not None or (self.objective.retired_at is not None and self.answer.final_at is None)

    @property
    def right(self) -> bool:
        """Whether it earned all its marks."""
        return self.answer.marks == self.answer.maximum


@dataclass(frozen=True)
class Sheet:
    """An attempt with its quiz and all of its questions, in their order."""

    attempt: Attempt
    quiz: Quiz
    asked: tuple[Asked, ...]

    @property
    def number(self) -> int:
        """Which of the learner's attempts it is."""
        return self.attempt.attempt

    @property
    def exam(self) -> bool:
        """Whether nothing is told before the end."""
        return self.quiz.mode == "exam"

    @property
    def set_by_course(self) -> bool:
        """Whether it is an exam that a course has set, so that it ends with a result, whatever its learner would rather."""
        return self.quiz.assignment_id is not None and self.exam and not self.quiz.trial

    @property
    def open(self) -> bool:
        """Whether it goes on."""
        return self.attempt.ended_at is None

    @property
    def left(self) -> bool:
        """Whether it was given up."""
        return self.attempt.ended_because == "left"

    @cached_property
    def counting(self) -> tuple[Asked, ...]:
        """The questions that count: all of an exam, those answered in study; none that was withdrawn."""
        return tuple(one for one in self.asked if not one.withdrawn and (self.exam or one.answered))

    @property
    def unanswered(self) -> tuple[Asked, ...]:
        """The questions still to be answered."""
        return tuple(one for one in self.asked if not one.answered and not one.withdrawn)

    @property
    def flagged(self) -> tuple[Asked, ...]:
        """The questions that the learner wants to look at again before the end."""
        return tuple(one for one in self.asked if one.answer.flagged_at and not one.withdrawn)

    @property
    def marks(self) -> int:
        """What was earned."""
        return sum(one.answer.marks or 0 for one in self.counting)

    @property
    def maximum(self) -> int:
        """What could be earned."""
        return sum(one.answer.maximum for one in self.counting)

    def at(self, position: int) -> Asked | None:
        """The question in this place, if there is one."""
        return next((one for one in self.asked if one.position == position), None)

    def next_to_answer(self, after: int = 0) -> Asked | None:
        """The first unanswered question after a place, else the first of all; None where none is left."""
        left = self.unanswered
        return next((one for one in left if one.position > after), left[0] if left else None)


def sheet(session: Session, learner_id: int, attempt: int) -> Sheet | None:
    """One attempt, if it is this learner's."""
    return next(iter(_sheets(session, learner_id, _attempts(learner_id).where(Attempt.attempt == attempt))), None)


def open_sheets(session: Session, learner_id: int) -> tuple[Sheet, ...]:
    """The attempts that go on, the latest first."""
    return _sheets(session, learner_id, _attempts(learner_id).where(Attempt.ended_at.is_(None)))


def finished_sheets(session: Session, learner_id: int, most: int = 100) -> tuple[Sheet, ...]:
    """The attempts that were finished, by the learner or by their time, and in which something counts; the latest first. No trials."""
    ended = _attempts(learner_id).where(Attempt.ended_at.is_not(None), Attempt.ended_because != "left", ~Quiz.trial).limit(most)
    return tuple(one for one in _sheets(session, learner_id, ended) if one.counting)


def overdue(learner_id: int, at: datetime) -> Select[tuple[int]]:
    """The attempts whose time is over, and that nobody has ended yet."""
    return select(Attempt.attempt).where(Attempt.learner_id == learner_id, Attempt.ended_at.is_(None), Attempt.ends_at < at - GRACE)


def overdue_in(course_id: int, at: datetime) -> Select[tuple[int]]:
    """Those who learn in a course and have such attempts."""
    late = Attempt.ended_at.is_(None), Attempt.ends_at < at - GRACE
    return (
        select(Attempt.learner_id)
        .join(Enrolment, Enrolment.person_id == Attempt.learner_id)
        .where(*learning_in(course_id), *late)
        .distinct()
    )


def going_on_with(keys: Collection[str]) -> Select[tuple[int]]:
    """How many attempts go on in which one of these objectives, by key, is asked and not final."""
    its_attempt = and_(Attempt.learner_id == AttemptAnswer.learner_id, Attempt.attempt == AttemptAnswer.attempt)
    found = (
        select(AttemptAnswer.learner_id, AttemptAnswer.attempt)
        .join(Attempt, its_attempt)
        .join(Objective, Objective.id == AttemptAnswer.objective_id)
        .where(Objective.key.in_(keys), AttemptAnswer.final_at.is_(None), Attempt.ended_at.is_(None))
        .distinct()
    )
    return select(func.count()).select_from(found.subquery())


def attempt_of_seed(learner_id: int, seed: str) -> Select[tuple[int]]:
    """The attempt that was begun with this seed, if there is one."""
    return select(Attempt.attempt).where(Attempt.learner_id == learner_id, Attempt.seed == seed)


def _attempts(learner_id: int) -> Select[tuple[Attempt, Quiz]]:
    return (
        select(Attempt, Quiz)
        .join(Quiz, and_(Quiz.learner_id == Attempt.learner_id, Quiz.quiz == Attempt.quiz))
        .where(Attempt.learner_id == learner_id)
        .order_by(Attempt.attempt.desc())
    )


def _sheets(session: Session, learner_id: int, wanted: Select[tuple[Attempt, Quiz]]) -> tuple[Sheet, ...]:
    found = session.execute(wanted).all()
    asked = list(_asked(session, learner_id, [attempt.attempt for attempt, _ in found]))
    return tuple(Sheet(attempt, quiz, tuple(one for one in asked if one.answer.attempt == attempt.attempt)) for attempt, quiz in found)


def _asked(session: Session, learner_id: int, attempts: list[int]) -> Iterable[Asked]:
    if not attempts:
        return ()
    wanted = (
        select(AttemptAnswer, Objective)
        .join(Objective, Objective.id == AttemptAnswer.objective_id)
        .where(AttemptAnswer.learner_id == learner_id, AttemptAnswer.attempt.in_(attempts))
        .order_by(AttemptAnswer.attempt, AttemptAnswer.position)
    )
    return (Asked(answer, objective) for answer, objective in session.execute(wanted))
