"""What an exam does not tell yet is told nowhere: not to its learner, and in no other course of the same people."""

from datetime import date, datetime, timedelta
from functools import partial
from random import Random

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from questions.bank import Bank
from quizapp.analysis.needs import AWAY, Why
from quizapp.course_tables.answers import answers as table_of_answers
from quizapp.demo.forms import wrong
from quizapp.models import Assignment, Attempt, AttemptAnswer, Card, Course, Enrolment
from quizapp.models.transactions import begin_writing
from quizapp.models.transactions import changing as in_one_go
from quizapp.queries.course_map import course_map
from quizapp.queries.first_answers import first_answers
from quizapp.queries.item_statistics import item_statistics
from quizapp.queries.misconceptions import misconceptions
from quizapp.queries.practice import offered
from quizapp.queries.seen_by_course import answers_seen
from quizapp.queries.sureness import confident_errors, sureness
from quizapp.queries.withheld import told_from
from quizapp.usecases.begin_exam import begin_exam
from quizapp.usecases.check_cards import Checked, check_cards
from quizapp.usecases.end_overdue import end_overdue
from quizapp.usecases.enrolling import enrol
from quizapp.usecases.exam_terms import ExamTerms
from quizapp.usecases.extend_assignment import extend_assignment
from quizapp.usecases.open_course import open_course
from quizapp.usecases.set_assignment import set_assignment
from quizapp.usecases.start_topics import start_topics
from tests.learner import MONDAY_NOON, Learner, published, signs_up
from tests.teaching import TOPIC, changing
from tests.usecases.attempts import finishes, item_of, looks_at, sends

LAST_DAY = "2026-03-06"
TAKEN = 4


@pytest.fixture
def course(session: Session, bank: Bank) -> Course:
    published(session, bank)
    return opens(session, "Ada")


@pytest.fixture
def other(session: Session, course: Course) -> Course:
    """Of somebody else, who teaches the same to the same people."""
    return opens(session, "Bea")


@pytest.fixture
def exam(session: Session, course: Course, other: Course) -> Assignment:
    terms = ExamTerms(exam=True, number=str(TAKEN), attempts="1", minutes="60", pass_mark="60", answers="wait")
    made = changing(session, lambda: set_assignment(session, course, "Exam", [TOPIC], "", "2026-03-02", LAST_DAY, MONDAY_NOON, exam=terms))
    assert isinstance(made, Assignment)
    studied = changing(session, lambda: set_assignment(session, other, "Kinds", [TOPIC], "90", "2026-03-02", "2026-03-20", MONDAY_NOON))
    assert isinstance(studied, Assignment)
    return made


@pytest.fixture
def ann(session: Session, course: Course, other: Course, exam: Assignment) -> Learner:
    """She learns in both courses, and has taken the exam: certain of all of it, and wrong in all of it."""
    ann = signs_up(session, "ann")
    for one in (course, other):
        changing(session, partial(enrol, session, ann.signed_up.person, one.id, "learner", ann.at))
    attempt = in_one_go(session, lambda: begin_exam(session, session.get_one(Enrolment, (ann.id, course.id)), exam, ann.at))
    assert isinstance(attempt, int)
    for asked in looks_at(ann, attempt).asked:
        mistake = wrong(item_of(ann, asked).interaction, Random("a mistake"))
        sends(ann, attempt, asked.position, mistake | {"sure": ["certain"]})
    finishes(ann, attempt)
    begin_writing(session)
    session.execute(update(AttemptAnswer).values(marks=0, grade=0))
    session.commit()
    return ann


@pytest.fixture
def after(exam: Assignment) -> datetime:
    """When the exam is over for everybody."""
    assert exam.due_at
    return exam.due_at + timedelta(seconds=1)


def opens(session: Session, who: str) -> Course:
    owner = signs_up(session, who).signed_up.person
    made = changing(session, lambda: open_course(session, owner, "Nursing", "UTC", MONDAY_NOON))
    assert isinstance(made, Course)
    return made


def told_to(session: Session, course: Course, ann: Learner, at: datetime) -> dict[str, int]:
    """How many of her answers whoever teaches a course is told of, by where."""
    session.rollback()
    place = session.get_one(Enrolment, (ann.id, course.id))
    return {
        "her page": len(answers_seen(session, course, place, at)),
        "table": len(list(table_of_answers(session, course, at).rows)),
        "first answers": len(session.execute(first_answers(course.id, at)).all()),
        "analysis": sum(map(len, item_statistics(session, course, at).answers)),
        "misconceptions": len({one.objective.id for one in misconceptions(session, course.id, at, 100)[1]}),
    }


def told_to_her(session: Session, ann: Learner, at: datetime) -> dict[str, int]:
    """How many of her answers she is told of, by where."""
    session.rollback()
    return {
        "calibration": sum(one.answers for one in sureness(session, ann.id, at)),
        "mistakes": len(confident_errors(session, ann.id, at)),
        "practice": sum(one.wrong for one in offered(session, ann.signed_up.person, at).practisable),
    }


def test_another_course_is_told_nothing_of_an_exam_until_it_is_over_for_everybody(session, course, other, exam, ann, after):
    assert set(told_to(session, other, ann, ann.at).values()) == {0}
    assert set(told_to(session, other, ann, after).values()) == {TAKEN}


def test_whoever_set_the_exam_sees_what_was_answered(session, course, exam, ann):
    assert set(told_to(session, course, ann, ann.at).values()) == {TAKEN}


def test_her_own_progress_does_not_tell_her_that_it_was_wrong(session, exam, ann, after):
    assert set(told_to_her(session, ann, ann.at).values()) == {0}
    assert set(told_to_her(session, ann, after).values()) == {TAKEN}


def test_reasons_why_she_needs_help_are_read_by_her_too(session, course, other, exam, ann, after):
    def errors(course: Course, at: datetime) -> int:
        session.rollback()
        return course_map(session, course, at.date(), at).learners[0].confident_errors

    assert [errors(one, at) for at in (ann.at, after) for one in (course, other)] == [0, 0, TAKEN, TAKEN]


def test_that_she_took_it_is_told_and_nothing_of_what_came_of_it(session, course, other, exam, ann):
    """Two days before it is over for everybody, when half of its time has passed."""
    at = ann.at + timedelta(days=2)
    session.rollback()
    here, elsewhere = (course_map(session, one, at.date(), at).learners[0] for one in (course, other))
    assert (here.last_day, here.whole.seen, here.due, here.confident_errors) == (ann.at.date(), 0, 0, 0)
    assert here.reasons == ()
    assert elsewhere.last_day is None


def test_whoever_took_it_and_does_nothing_since_is_away_and_not_one_who_has_not_begun(session, course, exam, ann):
    later = f"{ann.at.date() + timedelta(days=30)}"
    changing(session, lambda: extend_assignment(session, course, exam, ann.id, ann.at, later))
    at = ann.at + timedelta(days=AWAY)
    session.rollback()
    assert [one.why for one in course_map(session, course, at.date(), at).learners[0].reasons] == [Why.AWAY]


def test_whoever_is_in_it_is_active_as_well(session, course, exam):
    ben = signs_up(session, "ben")
    changing(session, partial(enrol, session, ben.signed_up.person, course.id, "learner", ben.at))
    ben.let_pass(days=1)
    in_one_go(session, lambda: begin_exam(session, session.get_one(Enrolment, (ben.id, course.id)), exam, ben.at))
    session.rollback()
    assert course_map(session, course, ben.at.date(), ben.at).learners[0].last_day == ben.at.date()


def test_no_card_remembers_it_before_it_is_told(session, course, other, exam, ann, after):
    def seen(at: datetime) -> list[int]:
        session.rollback()
        return [course_map(session, one, at.date(), at).learners[0].whole.seen for one in (course, other)]

    def kept() -> list[tuple[int, date | None]]:
        session.rollback()
        cards = session.scalars(select(Card).where(Card.learner_id == ann.id, Card.stability.is_not(None)).order_by(Card.objective_id))
        return [(card.objective_id, card.due) for card in cards]

    reviewed, *others = sorted(asked.objective.id for asked in looks_at(ann, 1).asked)
    assert (kept(), seen(ann.at)) == ([], [0, 0])
    changing(session, lambda: start_topics(session, ann.id, TOPIC.split("/")[0], [TOPIC.split("/")[1]], ann.at))
    ann.let_pass(hours=1)
    ann.answers(reviewed)
    before = kept()
    assert [objective for objective, _ in before] == [reviewed]
    assert ends(ann, ann.at) == ends(ann, after - timedelta(minutes=1)) == 0
    assert kept() == before
    assert not list(check_cards(session, Checked()))
    ends(ann, after)
    assert kept() == before + [(objective, None) for objective in others]
    assert seen(after) == [TAKEN, TAKEN]
    assert not list(check_cards(session, Checked()))
    assert not looks_at(ann, 1).attempt.untold


def test_what_an_exam_tells_at_once_is_remembered_at_once(session, course, other, exam, ann):
    begin_writing(session)
    session.execute(update(Assignment).values(answers_wait=False))
    session.commit()
    ends(ann, ann.at)
    assert len(session.scalars(select(Card).where(Card.learner_id == ann.id, Card.stability.is_not(None))).all()) == TAKEN


def ends(ann: Learner, at: datetime) -> int:
    """As every page that counts her answers does first."""
    return in_one_go(ann.session, lambda: end_overdue(ann.session, ann.id, at))


def test_it_waits_for_whoever_has_a_later_day(session, course, other, exam, ann, after):
    ben = signs_up(session, "ben")
    changing(session, lambda: enrol(session, ben.signed_up.person, course.id, "learner", ben.at))
    changing(session, lambda: extend_assignment(session, course, exam, ben.id, ben.at, "2026-03-09"))
    assert set((told_to(session, other, ann, after) | told_to_her(session, ann, after)).values()) == {0}
    assert set(
        (told_to(session, other, ann, after + timedelta(days=3)) | told_to_her(session, ann, after + timedelta(days=3))).values()
    ) == {TAKEN}


def test_it_waits_for_whoever_is_in_it_beyond_its_last_day(session, course, other, exam, ann, after):
    ben = signs_up(session, "ben")
    changing(session, lambda: enrol(session, ben.signed_up.person, course.id, "learner", ben.at))
    place = session.get_one(Enrolment, (ben.id, course.id))
    in_one_go(session, lambda: begin_exam(session, place, exam, ben.at))
    begin_writing(session)
    session.execute(update(Attempt).where(Attempt.learner_id == ben.id).values(ends_at=after + timedelta(hours=1)))
    session.commit()
    quiz = looks_at(ann, 1).quiz
    assert told_from(session, quiz, after) == after + timedelta(hours=1)
    assert set((told_to(session, other, ann, after) | told_to_her(session, ann, after)).values()) == {0}
    finishes(ben, 1)
    assert told_from(session, quiz, after) is None
    assert set((told_to(session, other, ann, after) | told_to_her(session, ann, after)).values()) == {TAKEN}
