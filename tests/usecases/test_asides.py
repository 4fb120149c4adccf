"""What a course puts aside is not asked to its learners, in no way and nowhere; their cards stay as they are."""

from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import event, select, update
from sqlalchemy.orm import Session

from questions.bank import Bank
from questions.composing import compose
from questions.responses import Picked, response_to_json
from quizapp.analysis.needs import MANY_ERRORS, Why
from quizapp.models import Aside, Assignment, Course, Enrolment, Exam, Objective, Review
from quizapp.models.transactions import begin_writing
from quizapp.queries.asides import resting_in
from quizapp.queries.coming_load import planned
from quizapp.queries.course_map import course_map, memories_seen
from quizapp.queries.exams import ALL, exam_page
from quizapp.queries.item_statistics import item_statistics
from quizapp.queries.items import current_knowledge
from quizapp.queries.library import library
from quizapp.queries.practice import offered
from quizapp.queries.today import candidates
from quizapp.queries.today import today as today_of
from quizapp.usecases.answer_question import Logged
from quizapp.usecases.ask_question import Waits, ask_question
from quizapp.usecases.copy_course import copy_course
from quizapp.usecases.end_aside import end_aside
from quizapp.usecases.name_exam import name_exam
from quizapp.usecases.put_aside import put_aside
from quizapp.usecases.put_aside_by_itself import put_aside_by_figures
from quizapp.usecases.report_question import report_question
from quizapp.usecases.tickets import read_ticket
from tests.classes import answers_of_class, asked_singly, joins_class
from tests.learner import KEY, MONDAY_NOON, Learner
from tests.teaching import changing, first, joins, opens_course, sets_kinds
from tests.usecases.races import at_once


@pytest.fixture
def course(session: Session, bank: Bank) -> Course:
    return opens_course(session, bank)


@pytest.fixture
def assignment(session: Session, course: Course) -> Assignment:
    return sets_kinds(session, course)


@pytest.fixture
def objective(session: Session, assignment: Assignment) -> Objective:
    return session.get_one(Objective, first(session, assignment, 1)[0])


def templates(session: Session, objective: Objective) -> list[str]:
    return [one.name for one in current_knowledge(session, objective.bank).templates[objective.key]]


def puts_aside(session: Session, course: Course, objective: Objective, *names: str) -> None:
    def once() -> None:
        for name in names:
            assert isinstance(put_aside(session, course, objective, name, "It has two right answers.", 1, MONDAY_NOON), Aside)

    changing(session, once)


def test_another_way_of_asking_is_taken_and_the_old_form_still_counts(session, course, assignment, objective):
    ann = joins(session, course, "Ann", assignment)
    before = ann.asked(objective.id)
    puts_aside(session, course, objective, before.item.template)
    session.rollback()
    after = ann.asked(objective.id)
    assert after.item.template != before.item.template
    assert isinstance(ann.sends(before, {"dont-know": ["1"]}), Logged)
    assert ann.card(objective.id).steps == 1


def test_with_no_way_left_the_objective_rests_everywhere_and_its_card_stays(session, course, assignment, objective):
    ann = joins(session, course, "Ann", assignment)
    ann.answers(objective.id)
    card, person = ann.card(objective.id), ann.signed_up.person
    ann.let_pass(days=3)
    puts_aside(session, course, objective, *templates(session, objective))
    session.rollback()
    assert ask_question(session, person, objective.id, ann.at, KEY) == Waits(None)
    assert objective.id not in {one.objective for one in candidates(session, person)}
    assert objective.id not in {one.objective_id for one in offered(session, person, ann.at).practisable}
    assert resting_in(session, course.id) == {objective.id}
    assert course_map(session, course, ann.at.date(), ann.at).learners[0].whole.seen == 0
    session.rollback()
    assert ann.card(objective.id) == card
    for name in templates(session, objective):
        assert changing(session, partial(end_aside, session, course, objective.id, name, ann.at))
    session.rollback()
    assert ann.asked(objective.id).turn == 2


@pytest.mark.parametrize("whole", [True, False])
def test_what_rests_is_in_no_forecast_plan_or_count_of_what_is_due_and_what_can_be_asked_is(session, course, assignment, objective, whole):
    ann = joins(session, course, "Ann", assignment)
    for one in first(session, assignment, 1000):
        ann.answers(one)
    ann.let_pass(days=6)
    in_all, person, today = len(first(session, assignment, 1000)), ann.signed_up.person, ann.at.date()
    exam = changing(session, lambda: name_exam(session, ann.id, [], ALL, "2026-04-01", ann.at))
    assert isinstance(exam, Exam)
    names = templates(session, objective)
    puts_aside(session, course, objective, *(names if whole else names[1:]))
    left = in_all - whole
    session.rollback()
    assert today_of(session, person, ann.at).held_reviews + today_of(session, person, ann.at).reviews <= left
    assert len(list(planned(session, person, today))) == left
    assert exam_page(session, person, session.scalars(select(Exam)).one(), ann.at).objectives == left
    assert sum(topic.due for shelf in library(session, ann.id, today, "nursing") for topic in shelf.topics) == left
    assert course_map(session, course, today, ann.at).learners[0].due == left
    place = session.get_one(Enrolment, (ann.id, course.id))
    assert len(memories_seen(session, course, place, ann.at)) == left


def test_what_rests_makes_nobody_need_help(session, course, assignment, objective):
    ann = joins(session, course, "Ann", assignment)
    for _ in range(MANY_ERRORS):
        ann.answers(objective.id, right=False)
    session.rollback()
    begin_writing(session)
    session.execute(update(Review).values(response=response_to_json(Picked(("wrong",))), certainty="certain", marks=0))
    session.commit()

    def reasons() -> list[Why]:
        session.rollback()
        return [one.why for one in course_map(session, course, ann.at.date(), ann.at).learners[0].reasons]

    assert reasons() == [Why.ERRORS]
    puts_aside(session, course, objective, *templates(session, objective))
    assert reasons() == []


def test_what_is_foreseen_of_what_is_due_next_counts_nothing_that_rests(session, course, assignment, objective):
    ann = joins(session, course, "Ann", assignment)
    for one in first(session, assignment, 1000):
        ann.answers(one, right=False)

    def foreseen() -> int:
        session.rollback()
        at = MONDAY_NOON + timedelta(days=15)
        (found,) = course_map(session, course, at.date(), at).learners
        return next(reason.figure for reason in found.reasons if reason.why is Why.UNREADY)

    before = foreseen()
    puts_aside(session, course, objective, *templates(session, objective))
    assert foreseen() == before


def test_a_quiz_takes_another_way_too(session, course, assignment, objective):
    ann = joins(session, course, "Ann", assignment)
    kept, *others = templates(session, objective)
    puts_aside(session, course, objective, *others)
    session.rollback()
    found = [one for one in offered(session, ann.signed_up.person, ann.at).practisable if one.objective_id == objective.id]
    assert {item.template for seed in "abcdef" for item in compose([one.candidate for one in found], 1, seed)} == {kept}


def test_who_is_not_in_the_course_or_left_or_teaches_is_asked_as_before(session, course, assignment, objective, bank):
    outsider = Learner(session, joins(session, course, "Ben", assignment).signed_up)
    puts_aside(session, course, objective, *templates(session, objective))
    session.rollback()
    assert isinstance(ask_question(session, outsider.signed_up.person, objective.id, outsider.at, KEY), Waits)
    begin_writing(session)
    session.get_one(Enrolment, (outsider.id, course.id)).left_at = MONDAY_NOON
    session.commit()
    assert outsider.asked(objective.id).turn == 1


@pytest.mark.parametrize(
    ("template", "words", "field"), [("no_such", "Why", "template"), ("", " ", "words"), ("", "x" * 501, "words"), ("", "a\0b", "words")]
)
def test_what_is_put_aside_says_what_and_why(session, course, objective, template, words, field):
    name = template or templates(session, objective)[0]
    outcome = changing(session, lambda: put_aside(session, course, objective, name, words, 1, MONDAY_NOON))
    assert isinstance(outcome, dict)
    assert set(outcome) == {field}


def test_a_negative_discrimination_over_thirty_first_answers_puts_aside_once(session, course, assignment):
    objectives = [session.get_one(Objective, id) for id in first(session, assignment, 6)]
    misleading = asked_singly(session, objectives)

    def by_itself() -> int:
        session.rollback()
        found = item_statistics(session, course, MONDAY_NOON)
        return changing(session, lambda: put_aside_by_figures(session, course.id, found.questions, MONDAY_NOON))

    begin_writing(session)
    learners = joins_class(session, course.id, 30, MONDAY_NOON)
    answers_of_class(session, learners[:29], objectives, MONDAY_NOON, misled=misleading.id)
    session.commit()
    assert by_itself() == 0
    begin_writing(session)
    answers_of_class(session, learners[29:], objectives, MONDAY_NOON, misled=misleading.id)
    session.commit()
    assert by_itself() >= 1
    aside = session.scalars(select(Aside).where(Aside.objective_id == misleading.id)).one()
    assert (aside.because, aside.by_id) == ("discrimination", None)
    assert by_itself() == 0
    changing(session, lambda: end_aside(session, course, misleading.id, aside.template, MONDAY_NOON))
    assert by_itself() == 0
    assert session.get_one(Aside, (course.id, misleading.id, aside.template)).ended_at is not None


def test_three_different_reporters_put_a_question_aside(session, course, assignment, objective):
    def reports(learner: Learner) -> int:
        ticket = read_ticket(learner.asked(objective.id).ticket, KEY)
        assert ticket
        again = ticket.__class__(**{**{name: getattr(ticket, name) for name in ticket.__slots__}, "template": "one", "version": 1})
        changing(session, lambda: report_question(session, learner.id, again, "wrong", learner.signed_up.person.name, learner.at))
        return len(session.scalars(select(Aside)).all())

    people = [joins(session, course, name, assignment) for name in ("Ann", "Ben", "Cid")]
    assert reports(people[0]) == 0
    people[0].let_pass(minutes=1)
    assert reports(people[0]) == 0
    assert reports(people[1]) == 0
    assert reports(people[2]) == 1
    assert session.scalars(select(Aside.because)).one() == "reports"


def test_reporters_at_the_same_moment_see_each_other(engine, session, course, assignment, objective):
    people = [joins(session, course, name, assignment) for name in ("Ann", "Ben", "Cid")]
    asked = read_ticket(people[0].asked(objective.id).ticket, KEY)
    assert asked
    numbers = [one.id for one in people]
    session.rollback()
    at_once(engine, *[lambda own, number=number: report_question(own, number, asked, "wrong", "", MONDAY_NOON) for number in numbers])
    assert session.scalars(select(Aside.because)).all() == ["reports"]


def test_a_copy_of_a_course_puts_the_same_aside(session, course, objective):
    puts_aside(session, course, objective, templates(session, objective)[0])
    made = changing(session, lambda: copy_course(session, course, joins(session, course, "Eve").signed_up.person, MONDAY_NOON))
    assert len(session.scalars(select(Aside).where(Aside.course_id == made.id)).all()) == 1


def test_asking_costs_one_small_query_more(session, course, assignment, objective):
    ann = joins(session, course, "Ann", assignment)
    statements: list[str] = []
    event.listen(session.get_bind(), "before_cursor_execute", lambda *heard: statements.append(heard[2]))
    ann.asked(objective.id)
    assert len([one for one in statements if "asides" in one]) == 1
