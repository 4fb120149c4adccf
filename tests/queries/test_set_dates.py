"""The way to what a course has set: what was not seen in its last days, too much, and nothing that an exam does not tell."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from questions.bank import Bank, shipped_banks
from questions.readers.toml_files import read_bank
from quizapp.models import Assignment, Course, Enrolment, Extension, Person
from quizapp.queries.assignments import objectives_in
from quizapp.queries.due_soon import own_due
from quizapp.queries.set_dates import SetAhead, set_ahead, way_to_set
from quizapp.queries.ways import Ahead
from quizapp.usecases.begin_assignment import begin_assignment
from quizapp.usecases.exam_terms import NO_EXAM, ExamTerms
from quizapp.usecases.leave_course import leave_course
from quizapp.usecases.set_assignment import set_assignment
from tests.learner import Learner
from tests.practising import practises
from tests.teaching import changing, joins, opens_course, sets_kinds
from tests.usecases.test_answer_question import statements

EXAM = ExamTerms(exam=True, number="3", attempts="1", minutes="", pass_mark="60")


@pytest.fixture(scope="session")
def bank() -> Bank:
    return read_bank(shipped_banks()[0])


@pytest.fixture
def course(session: Session, bank: Bank) -> Course:
    return opens_course(session, bank)


@pytest.fixture
def kinds(session: Session, course: Course) -> Assignment:
    """Due on the twentieth, nearly at its end."""
    return sets_kinds(session, course)


def sets(
    session: Session, course: Course, learner: Learner, topic: str, due: str, opens: str = "2026-03-02", exam: bool = False
) -> Assignment:
    topics, terms = [f"metastatic-cancer/{topic}"], EXAM if exam else NO_EXAM
    made = changing(session, lambda: set_assignment(session, course, topic, topics, "90", opens, due, learner.at, exam=terms))
    assert isinstance(made, Assignment)
    return made


def looks(learner: Learner) -> tuple[SetAhead, ...]:
    learner.session.rollback()
    return set_ahead(learner.session, learner.signed_up.person, learner.at)


def ahead(learner: Learner) -> Ahead:
    (one,) = looks(learner)
    assert one.ahead
    return one.ahead


def held(session: Session, assignment: Assignment) -> list[int]:
    return [one.id for one in session.scalars(objectives_in(assignment.id))]


def test_in_the_last_seven_days_what_was_not_seen_in_them_is_told_and_becomes_less(
    session: Session, course: Course, kinds: Assignment
) -> None:
    ann = joins(session, course, "ann", kinds)
    every = held(session, kinds)
    ann.answers(every[0])
    ann.let_pass(days=11)
    assert looks(ann) == (), "on the thirteenth"
    ann.let_pass(days=1)
    assert (ahead(ann).not_seen, ahead(ann).a_day) == (tuple(every), -(-len(every) // 7))
    ann.answers(every[0])
    assert ahead(ann).not_seen == tuple(every[1:])
    ann.let_pass(days=6)
    assert (ahead(ann).days, ahead(ann).a_day) == (1, len(every) - 1)


def test_practice_makes_it_less_and_moves_no_day(session: Session, course: Course, kinds: Assignment) -> None:
    ann = joins(session, course, "ann", kinds)
    every = held(session, kinds)
    for _ in range(2):
        ann.answers(every[0])
        ann.let_pass(days=6)
    due = ann.card(every[0]).due
    practises(ann, (every[0], 4), (every[1], 4))
    assert ahead(ann).not_seen == tuple(every[2:])
    assert ann.card(every[0]).due == due
    assert ann.card(every[1]).due is None, "as new as before"


def test_whoever_has_not_begun_is_told_of_all_of_it(session: Session, course: Course, kinds: Assignment) -> None:
    ann = joins(session, course, "ann")
    ann.let_pass(days=13)
    assert list(ahead(ann).not_seen) == held(session, kinds)
    assert ahead(ann).objectives == len(held(session, kinds))


def test_too_much_is_said_two_weeks_ahead_and_the_plan_says_which_pace_would_do(
    session: Session, course: Course, kinds: Assignment
) -> None:
    ann = joins(session, course, "ann", kinds)
    ann.let_pass(days=5)
    assert looks(ann) == (), "it can be met, and is two weeks away"
    changing(session, lambda: limits(session, ann, 1, 1))
    (one,) = looks(ann)
    assert one.ahead
    assert one.ahead.too_many
    assert one.ahead.days >= 14
    assert one.ahead.not_seen == ()
    way = way_to_set(session, ann.signed_up.person, one.soon, ann.at)
    assert way.plan.missing.new
    changing(session, lambda: limits(session, ann, way.plan.pace.reviews, way.plan.pace.new))
    assert looks(ann) == ()


def limits(session: Session, learner: Learner, reviews: int, new: int) -> None:
    person = session.get_one(Person, learner.id)
    person.reviews_a_day, person.new_a_day = reviews, new


def test_the_plan_shows_the_load_of_each_day_until_it_is_due(session: Session, course: Course, kinds: Assignment) -> None:
    ann = joins(session, course, "ann")
    ann.let_pass(days=10)
    soon = own_due(session, ann.id, kinds.id, ann.at)
    assert soon
    way = way_to_set(session, ann.signed_up.person, soon, ann.at)
    assert [one.day for one in way.plan.load] == [ann.at.date() + timedelta(days=one) for one in range(9)]
    assert sum(one.new for one in way.plan.load) == way.objectives == len(way.plan.unseen)


def test_an_exam_tells_nothing_of_what_it_asks(session: Session, course: Course) -> None:
    ann = joins(session, course, "ann")
    exam = sets(session, course, ann, "spread", "2026-03-08", exam=True)
    (one,) = looks(ann)
    assert one.ahead is None
    opened = sets(session, course, ann, "kinds", "2026-05-20")
    sets(session, course, ann, "tests", "2026-05-20", opens="2026-04-01")
    (one,) = looks(ann)
    assert one.ahead
    assert list(one.ahead.not_seen) == held(session, opened)
    assert set(one.ahead.not_seen).isdisjoint(held(session, exam))


def test_what_opens_later_is_told_of_only_where_it_is_too_much(session: Session, course: Course) -> None:
    ann = joins(session, course, "ann")
    sets(session, course, ann, "tests", "2026-03-08", opens="2026-03-05")
    assert (ahead(ann).not_seen, ahead(ann).practice) == ((), ())
    assert ahead(ann).too_many, "53 in a week, ten a day"


def test_a_later_date_has_later_last_days(session: Session, course: Course, kinds: Assignment) -> None:
    ann = joins(session, course, "ann", kinds)
    ann.let_pass(days=12)
    assert ahead(ann).not_seen
    changing(session, lambda: session.add(Extension(learner_id=ann.id, assignment_id=kinds.id, due_at=ann.at + timedelta(days=12))))
    assert looks(ann) == ()


def test_on_its_own_day_it_is_told_until_it_is_due(session: Session, course: Course, kinds: Assignment) -> None:
    ann = joins(session, course, "ann", kinds)
    ann.let_pass(days=19)
    due_at = ann.at + timedelta(hours=3, minutes=30)
    changing(session, lambda: session.add(Extension(learner_id=ann.id, assignment_id=kinds.id, due_at=due_at)))
    assert list(ahead(ann).not_seen) == held(session, kinds)
    assert ahead(ann).a_day == len(held(session, kinds))
    assert not ahead(ann).too_many
    ann.let_pass(days=1)
    assert looks(ann) == ()


def test_it_is_nobodys_who_does_not_learn_there_now(session: Session, course: Course, kinds: Assignment) -> None:
    ann, ben = joins(session, course, "ann", kinds), joins(session, course, "ben", kinds)
    assert own_due(session, ann.id, kinds.id, ann.at)
    (owner,) = session.scalars(select(Enrolment.person_id).where(Enrolment.role == "owner"))
    assert own_due(session, owner, kinds.id, ann.at) is None
    assert own_due(session, ann.id, kinds.id, ann.at + timedelta(days=30)) is None
    changing(session, lambda: setattr(session.get_one(Person, ann.id), "audience", "patient"))
    assert own_due(session, ann.id, kinds.id, ann.at) is None
    changing(session, lambda: leave_course(session, session.get_one(Enrolment, (ben.id, course.id)), ben.at, take_along=False))
    assert own_due(session, ben.id, kinds.id, ben.at) is None


def test_today_asks_one_thing_of_the_database_where_nothing_is_set(engine: Engine, session: Session, course: Course) -> None:
    ann = joins(session, course, "ann")
    person = session.get_one(Person, ann.id)
    session.rollback()
    with statements(engine) as asked:
        assert set_ahead(session, person, ann.at) == ()
    assert len([one for one in asked if one.startswith("SELECT") and "FROM assignments" in one]) == 1
    assert len([one for one in asked if one.startswith("SELECT")]) <= 2, "the person itself is read again"


def test_beginning_with_it_changes_nothing_of_the_plan(session: Session, course: Course, kinds: Assignment) -> None:
    ann = joins(session, course, "ann")
    ann.let_pass(days=13)
    before = ahead(ann)
    changing(session, lambda: begin_assignment(session, ann.id, kinds, ann.at))
    assert ahead(ann) == before
