"""What one learner has still to do: Today tells it of all that is set at once, and says what the course says."""

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from questions.bank import Bank
from quizapp.models import Aside, Assignment, Course, Enrolment, Person
from quizapp.queries.asides import resting_in
from quizapp.queries.due_soon import due_soon
from quizapp.queries.items import all_knowledge
from quizapp.queries.own_standing import own_cells
from quizapp.queries.standing import standings
from quizapp.queries.states import State
from quizapp.usecases.set_assignment import set_assignment
from tests.learner import MONDAY_NOON, Learner
from tests.teaching import changing, first, joins, opens_course, sets_kinds
from tests.usecases.test_answer_question import statements


@pytest.fixture
def course(session: Session, bank: Bank) -> Course:
    return opens_course(session, bank)


@pytest.fixture
def kinds(session: Session, course: Course) -> Assignment:
    return sets_kinds(session, course)


def alike(learner: Learner, course: Course, assignment: Assignment) -> tuple[int, int, int]:
    """How much of it there is, was seen and is at the goal: as the course sees it, and as Today does."""
    learner.session.rollback()
    (standing,) = standings(learner.session, course, assignment, learner.at, learner.id)
    cell = own_cells(learner.session, [(assignment, course, standing.place)], learner.at)[assignment.id]
    seen = (standing.cell.objectives, standing.cell.seen, standing.cell.at_goal)
    assert (cell.objectives, cell.seen, cell.at_goal) == seen
    to_do = [one.assignment.id for one in due_soon(learner.session, learner.id, learner.at, assignment.due_at - learner.at)]  # type: ignore[operator]
    assert (assignment.id in to_do) is (standing.state is not State.DONE)
    return seen


def test_it_is_as_far_as_the_course_says_until_it_is_done_and_faded_again(session: Session, course: Course, kinds: Assignment) -> None:
    ann = joins(session, course, "ann", kinds)
    every = first(session, kinds, 1000)
    assert alike(ann, course, kinds) == (len(every), 0, 0)
    for objective in every[:3]:
        ann.answers(objective)
    assert alike(ann, course, kinds) == (len(every), 3, 3)
    for objective in every[3:]:
        ann.answers(objective)
    assert alike(ann, course, kinds) == (len(every), len(every), len(every))
    ann.let_pass(days=16)
    assert alike(ann, course, kinds)[2] < len(every)


def test_what_was_answered_before_joining_is_not_seen(session: Session, course: Course, kinds: Assignment) -> None:
    ann = joins(session, course, "ann", kinds)
    one, other = first(session, kinds, 2)
    ann.answers(one)
    ann.let_pass(hours=1)
    changing(session, lambda: setattr(session.get_one(Enrolment, (ann.id, course.id)), "joined_at", ann.at))
    assert alike(ann, course, kinds)[1] == 0
    ann.answers(other)
    assert alike(ann, course, kinds)[1] == 1


def test_what_the_course_asks_in_no_way_is_not_counted(session: Session, course: Course, kinds: Assignment) -> None:
    ann = joins(session, course, "ann", kinds)
    every = first(session, kinds, 1000)
    (knowledge,) = (one for one in all_knowledge(session) if one.bank.name == "metastatic-cancer")
    key = ann.asked(every[0]).item.objective
    for template in knowledge.templates[key]:
        aside = Aside(course_id=course.id, objective_id=every[0], template=template.name, aside_at=ann.at, because="wished")
        changing(session, lambda aside=aside: session.add(aside))  # type: ignore[misc]
    assert resting_in(session, course.id) == {every[0]}
    assert alike(ann, course, kinds)[0] == len(every) - 1


def test_a_patients_account_is_outside_every_course(session: Session, course: Course, kinds: Assignment) -> None:
    later = changing(
        session,
        lambda: set_assignment(session, course, "Later", ["metastatic-cancer/tests"], "90", "2026-03-05", "2026-03-08", MONDAY_NOON),
    )
    assert isinstance(later, Assignment)
    ann = joins(session, course, "ann", kinds)
    assert [one.assignment.id for one in due_soon(session, ann.id, ann.at)] == [later.id]
    changing(session, lambda: setattr(session.get_one(Person, ann.id), "audience", "patient"))
    assert due_soon(session, ann.id, ann.at) == ()


def test_much_that_is_set_costs_as_many_statements_as_little(engine: Engine, session: Session, course: Course, kinds: Assignment) -> None:
    ann = joins(session, course, "ann", kinds)
    ann.answers(first(session, kinds, 1)[0])

    def asked() -> int:
        session.rollback()
        with statements(engine) as seen:
            due_soon(session, ann.id, ann.at, kinds.due_at - ann.at)  # type: ignore[operator]
        return len([one for one in seen if one.startswith("SELECT")])

    with_one = asked()
    for topic in ("tests", "treatments", "basics"):
        sets = [f"metastatic-cancer/{topic}"]
        changing(session, lambda sets=sets: set_assignment(session, course, "More", sets, "90", "2026-03-02", "2026-03-19", MONDAY_NOON))  # type: ignore[misc]
    assert asked() == with_one <= 8
