"""The figures of questions over a course: of first answers that the course may see, and in a few queries."""

from collections import Counter
from collections.abc import Callable
from cProfile import Profile

import pytest
from sqlalchemy import event, func, select, update
from sqlalchemy.orm import Session

from questions.bank import Bank
from quizapp.analysis.findings import Look
from quizapp.analysis.item_analysis import analyse
from quizapp.models import Assignment, Course, Enrolment, Objective, Review
from quizapp.models.transactions import begin_writing
from quizapp.queries.answering import LOGGED
from quizapp.queries.assignments import objectives_in
from quizapp.queries.item_statistics import Statistics, by_need, item_statistics, ways_of_asking
from tests.classes import answers_of_class, asked_singly, joins_class
from tests.learner import MONDAY_NOON
from tests.teaching import joins, opens_course, sets_kinds


@pytest.fixture
def course(session: Session, bank: Bank) -> Course:
    return opens_course(session, bank)


@pytest.fixture
def assignment(session: Session, course: Course) -> Assignment:
    return sets_kinds(session, course)


@pytest.fixture
def objectives(session: Session, assignment: Assignment) -> list[Objective]:
    return list(session.scalars(objectives_in(assignment.id).order_by(Objective.id)))[:6]


@pytest.fixture
def misleading(session: Session, course: Course, objectives: list[Objective]) -> Objective:
    """The objective in which the strong half of twenty learners chose another option than the key."""
    begin_writing(session)
    found = asked_singly(session, objectives)
    answers_of_class(session, joins_class(session, course.id, 20, MONDAY_NOON), objectives, MONDAY_NOON, misled=found.id)
    session.commit()
    return found


def the_statistics(session: Session, course: Course, about: Assignment | None = None) -> Statistics:
    session.rollback()
    return item_statistics(session, course, MONDAY_NOON, about, each_template=about is None)


def test_figures_are_those_of_the_function_that_can_be_called_from_outside(session, course, assignment, misleading):
    for about in (None, assignment):
        found = the_statistics(session, course, about)
        outside = analyse(found.marks, found.maxima, found.guesses)
        assert found.test == outside.test
        assert [one.figures for one in found.questions] == list(outside.items)
        assert all(one.figures.answers == 20 for one in found.questions)


def test_what_misleads_the_strong_comes_first_and_names_the_option(session, course, misleading):
    found = the_statistics(session, course)
    first = by_need(found.questions)[0]
    assert (first.objective.id, first.finding.look) == (misleading.id, Look.KEY)
    by_id = {one.id: one for one in found.options(first)}
    liked = by_id[first.finding.option]
    assert not liked.correct
    assert (liked.offered, liked.figures.count, liked.figures.in_bottom) == (20, 10, 0.0)
    assert (liked.figures.in_top or 0) > 0.5
    assert (liked.figures.point_biserial or 0) > 0.5
    (key,) = (one for one in by_id.values() if one.correct)
    assert key.figures.count == 10


def test_the_first_answer_counts_and_only_what_was_answered_since_joining(session, course, assignment, misleading):
    before = the_statistics(session, course)
    begin_writing(session)
    learner = session.scalars(select(func.min(Review.learner_id))).one()
    again = session.scalars(select(Review).where(Review.learner_id == learner)).first()
    assert again
    columns = {name: getattr(again, name) for name in LOGGED}
    session.add(
        Review(**columns | {"turn": 2, "step": 1, "marks": again.maximum - again.marks, "received_at": MONDAY_NOON.replace(hour=20)})
    )
    session.commit()
    assert the_statistics(session, course).marks == before.marks
    begin_writing(session)
    session.execute(update(Enrolment).where(Enrolment.person_id == learner).values(joined_at=MONDAY_NOON.replace(hour=18)))
    session.commit()
    after = the_statistics(session, course)
    assert (len(before.marks), sum(mark is not None for row in after.marks for mark in row)) == (20, 19 * 6 + 1)


def test_ways_of_asking_are_questions_of_a_course_and_one_question_of_an_assignment(session, course, assignment):
    ann, ben = joins(session, course, "Ann", assignment), joins(session, course, "Ben", assignment)
    wanted = session.scalars(objectives_in(assignment.id).order_by(Objective.id)).first()
    assert wanted
    for learner in (ann, ben):
        learner.answers(wanted.id)
    begin_writing(session)
    session.execute(update(Review).where(Review.learner_id == ben.id).values(template="another"))
    session.commit()
    assert sorted(one.figures.answers for one in the_statistics(session, course).questions) == [1, 1]
    assert [one.figures.answers for one in the_statistics(session, course, assignment).questions] == [2]
    assert {one.finding.look for one in the_statistics(session, course).questions} == {Look.FEW}


def test_queries_do_not_grow_with_learners(session, course, objectives, misleading):
    def counted() -> int:
        statements: list[str] = []
        engine = session.get_bind()
        event.listen(engine, "before_cursor_execute", listen := lambda *heard: statements.append(heard[2]))
        the_statistics(session, course)
        event.remove(engine, "before_cursor_execute", listen)
        return len([one for one in statements if one.lstrip().startswith("SELECT")])

    few = counted()
    begin_writing(session)
    answers_of_class(session, joins_class(session, course.id, 30, MONDAY_NOON), objectives, MONDAY_NOON)
    session.commit()
    assert counted() == few <= 5


def test_what_is_said_of_one_question_is_what_the_whole_says_of_it(session, course, objectives, misleading):
    whole, looks = the_statistics(session, course), set()
    for objective in objectives:
        ways = ways_of_asking(session, course, objective, MONDAY_NOON)
        of_whole = [one for one in whole.questions if one.objective.id == objective.id]
        assert [(one.template, one.finding) for one in ways] == [(one.template, one.finding) for one in of_whole]
        for one, other in zip(ways, of_whole, strict=True):
            assert one.figures._asdict() == {name: getattr(other.figures, name) for name in one.figures._fields}
        looks |= {one.finding.look for one in ways}
    assert Look.KEY in looks
    assert len(looks - {Look.FEW}) > 1
    assert ways_of_asking(session, course, objectives[0], MONDAY_NOON.replace(year=2020)) == ()


def test_for_one_question_nothing_else_is_worked_out_and_no_other_answer_is_read(session, course, objectives, misleading):
    the_statistics(session, course)

    def calls(work: Callable[[], object]) -> Counter[str]:
        with Profile() as profile:
            work()
        seen: Counter[str] = Counter()
        for entry in profile.getstats():
            seen[getattr(entry.code, "co_name", "")] += entry.callcount
        return seen

    own = [one for one in the_statistics(session, course).questions if one.objective.id == misleading.id]
    whole = calls(lambda: item_statistics(session, course, MONDAY_NOON))
    one = calls(lambda: ways_of_asking(session, course, misleading, MONDAY_NOON))
    assert one["correlation"] == one["finding"] == len(own)
    assert whole["correlation"] == whole["finding"] > len(own)
    assert 3 * one["response_from_json"] < whole["response_from_json"]
    assert 3 * one["process_result_value"] < whole["process_result_value"]
    assert one["_alphas_if_deleted"] == one["_effective_weights"] == 0


def test_nobody_has_answered_anything(session, course, assignment):
    found = the_statistics(session, course)
    assert (found.questions, found.test.learners, found.test.alpha) == ((), 0, None)
