"""A learner's own exams, and the way to them."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from quizapp.models import Exam, Person
from quizapp.queries.study_days import study_day_of
from quizapp.queries.ways import Named, Way, way_to, ways_ahead

ALL = ""
"""The bank of an exam in all that is studied."""


@dataclass(frozen=True, slots=True)
class ExamAhead:
    """An exam, what Today says of it, and what is practised for it today."""

    exam: Exam
    days: int  # until then
    too_many: bool  # of what is new or due, for the limits and the days that are left
    practice: tuple[int, ...]  # left to practise today


def exams_of(learner_id: int, today: date) -> Select[tuple[Exam]]:
    """A learner's exams that are not over, the next one first."""
    return select(Exam).where(Exam.learner_id == learner_id, Exam.day >= today).order_by(Exam.day, Exam.bank)


def own_exam(learner_id: int, bank: str, today: date) -> Select[tuple[Exam]]:
    """A learner's exam in a bank, if it is not over."""
    return exams_of(learner_id, today).where(Exam.bank == bank)


def exams_ahead(session: Session, person: Person, at: datetime) -> tuple[ExamAhead, ...]:
    """The exams of a learner that are not over, as Today shows them."""
    today = study_day_of(session, person, at)
    exams = session.scalars(exams_of(person.id, today)).all()
    ways = zip(exams, ways_ahead(session, person, [_named(exam) for exam in exams], today), strict=True)
    return tuple(ExamAhead(exam, ahead.days, ahead.too_many, ahead.practice) for exam, ahead in ways)


def exam_page(session: Session, person: Person, exam: Exam, at: datetime) -> Way:
    """The way to an exam of this learner's."""
    return way_to(session, person, _named(exam), at)


def _named(exam: Exam) -> Named:
    return Named(exam.day, lambda one: exam.bank in (ALL, one.bank))
