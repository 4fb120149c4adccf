"""Misconceptions: by option, of those who were certain, with what is right and why."""

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from questions.bank import Bank
from quizapp.models import Assignment, Course, Objective, Review
from quizapp.models.transactions import begin_writing
from quizapp.queries.misconceptions import Misconception, misconceptions
from tests.classes import answers_of_class, asked_singly, joins_class
from tests.learner import MONDAY_NOON
from tests.teaching import first, opens_course, sets_kinds


@pytest.fixture
def course(session: Session, bank: Bank) -> Course:
    return opens_course(session, bank)


@pytest.fixture
def assignment(session: Session, course: Course) -> Assignment:
    return sets_kinds(session, course)


def found(session: Session, course: Course, most: int = 20) -> tuple[int, tuple[Misconception, ...]]:
    session.rollback()
    return misconceptions(session, course.id, MONDAY_NOON, most)


def test_what_most_were_certain_of_comes_first_with_what_is_right_and_why(session, course, assignment):
    objectives = [session.get_one(Objective, id) for id in first(session, assignment, 6)]
    misleading = asked_singly(session, objectives)
    begin_writing(session)
    learners = joins_class(session, course.id, 20, MONDAY_NOON)
    answers_of_class(session, learners, objectives, MONDAY_NOON, misled=misleading.id, sure="certain")
    session.commit()
    number, held = found(session, course)
    one = held[0]
    assert (one.objective.id, one.learners, one.answered, one.share) == (misleading.id, 10, 20, 0.5)
    assert one.option
    assert one.option not in one.right
    assert all((one.question, one.right, one.why, one.why_not))
    assert number >= len(held) > 1
    assert [len(found(session, course, 1)[1]), found(session, course, 1)[0]] == [1, number]
    begin_writing(session)
    session.execute(update(Review).values(certainty="fairly"))
    session.commit()
    assert found(session, course) == (0, ())
