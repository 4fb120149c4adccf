"""A course with somebody who teaches it, as tests of what it sees need it."""

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy.orm import Session

from questions.bank import Bank
from quizapp.models import Assignment, Course
from quizapp.models.transactions import begin_writing
from quizapp.models.transactions import changing as in_one_go
from quizapp.queries.assignments import objectives_in
from quizapp.usecases.begin_assignment import begin_assignment
from quizapp.usecases.enrolling import enrol
from quizapp.usecases.open_course import open_course
from quizapp.usecases.set_assignment import set_assignment
from tests.learner import MONDAY_NOON, Learner, published, signs_up

T = TypeVar("T")
TOPIC = "metastatic-cancer/kinds"


def changing(session: Session, change: Callable[[], T]) -> T:
    def once() -> T:
        begin_writing(session)
        return change()

    return in_one_go(session, once)


def opens_course(session: Session, bank: Bank) -> Course:
    published(session, bank)
    owner = signs_up(session, "instructor").signed_up.person
    outcome = changing(session, lambda: open_course(session, owner, "Nursing", "UTC", MONDAY_NOON))
    assert isinstance(outcome, Course)
    return outcome


def sets_kinds(session: Session, course: Course) -> Assignment:
    outcome = changing(session, lambda: set_assignment(session, course, "Kinds", [TOPIC], "90", "2026-03-02", "2026-03-20", MONDAY_NOON))
    assert isinstance(outcome, Assignment)
    return outcome


def joins(session: Session, course: Course, name: str, assignment: Assignment | None = None) -> Learner:
    learner = signs_up(session, name)
    changing(session, lambda: enrol(session, learner.signed_up.person, course.id, "learner", learner.at, called=name))
    if assignment:
        changing(session, lambda: begin_assignment(session, learner.id, assignment, learner.at))
    return learner


def first(session: Session, assignment: Assignment, how_many: int) -> list[int]:
    return [one.id for one in session.scalars(objectives_in(assignment.id))][:how_many]
