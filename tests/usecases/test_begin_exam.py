"""An exam of a course: who may take it when, what they are asked, and what comes of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Connection, event, func, select
from sqlalchemy.orm import Session

from questions.bank import Bank
from quizapp.models import Aside, Assignment, Card, Course, Enrolment, Extension, Objective, Person
from quizapp.models.transactions import begin_writing
from quizapp.models.transactions import changing as in_one_go
from quizapp.queries.all_answers import answers_that_count
from quizapp.queries.assignments import objectives_in
from quizapp.queries.attempts import GRACE, finished_sheets
from quizapp.queries.belongings import belongings
from quizapp.queries.exam_standing import exam_standings, own_exam_standings
from quizapp.queries.first_answers import first_answers
from quizapp.queries.item_statistics import item_statistics
from quizapp.queries.items import current_knowledge
from quizapp.queries.states import State
from quizapp.usecases.archive_course import archive_course
from quizapp.usecases.begin_exam import CHANGED, NONE_LEFT, NOT_YET, OVER, NotNow, begin_exam
from quizapp.usecases.change_course import change_course
from quizapp.usecases.change_enrolment import change_enrolment
from quizapp.usecases.copy_course import copy_course
from quizapp.usecases.enrolling import PATIENTS, enrol
from quizapp.usecases.exam_drawing import drawn_on_paper
from quizapp.usecases.exam_terms import AtMost, ExamTerms, Otherwise
from quizapp.usecases.extend_assignment import extend_assignment
from quizapp.usecases.leave_attempt import leave_attempt
from quizapp.usecases.leave_course import leave_course
from quizapp.usecases.open_course import open_course
from quizapp.usecases.put_aside import put_aside
from quizapp.usecases.remove_assignment import remove_assignment
from quizapp.usecases.set_assignment import DATES, OFTENER, Picked, set_assignment
from quizapp.usecases.try_assignment import try_assignment
from tests.learner import MONDAY_NOON, Learner, published, signs_up
from tests.usecases.attempts import answers, finishes, item_of, looks_at

T = TypeVar("T")
BANK = Picked(banks=["metastatic-cancer"])
TERMS = ExamTerms(exam=True, number="8", attempts="2", minutes="20", pass_mark="60")


def changing(session: Session, change: Callable[[], T]) -> T:
    def once() -> T:
        begin_writing(session)
        return change()

    return in_one_go(session, once)


@pytest.fixture
def instructor(session: Session) -> Learner:
    return signs_up(session, "instructor")


@pytest.fixture
def course(session: Session, instructor: Learner, bank: Bank) -> Course:
    published(session, bank)
    made = changing(session, lambda: open_course(session, instructor.signed_up.person, "Nursing", "Europe/Berlin", MONDAY_NOON))
    assert isinstance(made, Course)
    return made


def sets(session: Session, course: Course, opens: str = "2026-03-02", due: str = "2026-03-06", terms: ExamTerms = TERMS, **how: Any) -> Any:
    how = {"picked": BANK, "exam": terms, **how}
    return changing(session, lambda: set_assignment(session, course, "Mid-term", [], "90", opens, due, MONDAY_NOON, **how))


@pytest.fixture
def exam(session: Session, course: Course) -> Assignment:
    made = sets(session, course)
    assert isinstance(made, Assignment), made
    return made


def sets_later(learner: Learner, course: Course, exam: Assignment, due: str = "2026-03-06", terms: ExamTerms = TERMS) -> None:
    """Somebody who teaches changes an exam at the learner's time."""
    session = learner.session
    made = changing(
        session,
        lambda: set_assignment(session, course, "Mid-term", [], "90", "2026-03-02", due, learner.at, exam=terms, changed=exam),
    )
    assert isinstance(made, Assignment), made


def changes_extra_time(learner: Learner, course: Course, extra: str) -> None:
    session = learner.session
    place = session.get_one(Enrolment, (learner.id, course.id))
    made = changing(session, lambda: change_enrolment(session, place, "learner", "", "ann", learner.at, extra))
    assert isinstance(made, Enrolment), made


def joins(session: Session, course: Course, name: str = "ann") -> Learner:
    learner = signs_up(session, name)
    changing(session, lambda: enrol(session, learner.signed_up.person, course.id, "learner", learner.at))
    return learner


def begins(learner: Learner, exam: Assignment) -> int | NotNow:
    place = learner.session.get_one(Enrolment, (learner.id, exam.course_id))
    return in_one_go(learner.session, lambda: begin_exam(learner.session, place, exam, learner.at))


def stands(learner: Learner, exam: Assignment) -> Any:
    learner.session.rollback()
    (found,) = exam_standings(learner.session, exam, learner.at, learner.id)
    assert own_exam_standings(learner.session, [(exam, found.place)], learner.at) == {exam.id: found}, "Today sees what the course sees"
    return found


def asked_of(learner: Learner, attempt: int) -> list[tuple[str, str]]:
    return sorted((one.objective.key, one.answer.template) for one in looks_at(learner, attempt).asked)


def takes(learner: Learner, exam: Assignment, right: int) -> int:
    attempt = begins(learner, exam)
    assert isinstance(attempt, int)
    for one in looks_at(learner, attempt).asked:
        answers(learner, attempt, one.position, right=one.position <= right)
    finishes(learner, attempt)
    return attempt


def test_everybody_is_asked_the_same_in_a_variant_of_their_own(session, course, exam):
    ann, ben = joins(session, course), joins(session, course, "ben")
    assert begins(ann, exam) == begins(ben, exam) == 1
    assert asked_of(ann, 1) == asked_of(ben, 1)
    assert len(asked_of(ann, 1)) == 8
    orders = [[one.objective.key for one in looks_at(who, 1).asked] for who in (ann, ben)]
    assert orders[0] != orders[1]
    shown = [{one.objective.key: one.answer.shown for one in looks_at(who, 1).asked} for who in (ann, ben)]
    assert shown[0] != shown[1]
    assert all(item_of(ann, one) for one in looks_at(ann, 1).asked)


def test_a_second_attempt_asks_for_other_things_and_there_is_no_third(session, course, exam):
    ann = joins(session, course)
    takes(ann, exam, 0)
    assert stands(ann, exam).state is State.WORKING
    takes(ann, exam, 0)
    assert asked_of(ann, 1) != asked_of(ann, 2)
    assert begins(ann, exam) == NotNow(NONE_LEFT)
    assert stands(ann, exam).state is State.HELP
    changing(session, lambda: extend_assignment(session, course, exam, ann.id, ann.at, "", "1"))
    assert begins(ann, exam) == 3


def test_who_joins_again_has_used_what_they_took_before_until_they_are_given_more(session, course, exam):
    ann = joins(session, course)
    for _ in range(2):
        takes(ann, exam, 0)
    place = session.get_one(Enrolment, (ann.id, course.id))
    changing(session, lambda: leave_course(session, place, ann.at, take_along=False))
    ann.let_pass(days=1)
    changing(session, lambda: enrol(session, ann.signed_up.person, course.id, "learner", ann.at))
    found = stands(ann, exam)
    assert (found.state, found.attempts, found.left, found.before) == (State.HELP, (), 0, 2)
    changing(session, lambda: extend_assignment(session, course, exam, ann.id, ann.at, "", "1"))
    assert (stands(ann, exam).state, stands(ann, exam).left) == (State.NOT_STARTED, 1)
    assert begins(ann, exam) == 3


def test_who_begins_again_goes_on_with_what_was_begun(session, course, exam):
    ann = joins(session, course)
    assert begins(ann, exam) == begins(ann, exam) == 1
    assert stands(ann, exam).left == 1


def test_it_is_taken_within_its_days_alone(session, course):
    exam = sets(session, course, opens="2026-03-03")
    ann = joins(session, course)
    assert begins(ann, exam) == NotNow(NOT_YET)
    assert stands(ann, exam).state is State.NOT_STARTED
    ann.let_pass(days=5)
    assert begins(ann, exam) == NotNow(OVER)
    assert stands(ann, exam).state is State.LATE
    changing(session, lambda: extend_assignment(session, course, exam, ann.id, ann.at, "2026-03-09"))
    assert begins(ann, exam) == 1


def test_the_clock_ends_it_with_the_extra_time_of_each_learner(session, course, exam):
    ann, ben = joins(session, course), joins(session, course, "ben")
    changing(session, lambda: setattr(session.get_one(Enrolment, (ben.id, course.id)), "extra_time", 50))
    for who, minutes in ((ann, 20), (ben, 30)):
        begins(who, exam)
        assert looks_at(who, 1).attempt.ends_at == MONDAY_NOON + timedelta(minutes=minutes)
    answers(ann, 1, 1)
    ann.let_pass(seconds=20 * 60 + GRACE.total_seconds() + 1)
    assert answers(ann, 1, 2).by_time  # type: ignore[union-attr]
    assert stands(ann, exam).best.marks == looks_at(ann, 1).asked[0].answer.marks


def test_the_last_day_ends_it_before_its_time_limit_does_and_a_later_day_lets_it_go_on(session, course, exam):
    ann = joins(session, course)
    assert exam.due_at is not None
    ann.let_pass(seconds=(exam.due_at - timedelta(minutes=5) - ann.at).total_seconds())
    begins(ann, exam)
    assert looks_at(ann, 1).attempt.ends_at == exam.due_at
    changing(session, lambda: extend_assignment(session, course, exam, ann.id, ann.at, "2026-03-09"))
    assert looks_at(ann, 1).attempt.ends_at == ann.at + timedelta(minutes=20)


@pytest.mark.parametrize(
    ("minutes", "left"),
    [("60", 50), ("15", 5), ("12", 5), ("11", 5), ("1", 5), ("", (4 * 24 + 10) * 60 + 49)],
    ids=["longer", "shorter", "nearly over", "just over", "long over", "without a limit"],
)
def test_whoever_is_in_it_follows_a_new_time_limit_and_is_not_stopped_at_once(session, course, exam, minutes, left):
    ann = joins(session, course)
    begins(ann, exam)
    ann.let_pass(minutes=10)
    sets_later(ann, course, exam, terms=replace(TERMS, minutes=minutes))
    assert looks_at(ann, 1).attempt.ends_at == ann.at + timedelta(minutes=left)
    assert looks_at(ann, 1).quiz.seconds == exam.seconds


def test_who_has_extra_time_has_it_of_the_new_time_limit_too(session, course, exam):
    ann = joins(session, course)
    changing(session, lambda: setattr(session.get_one(Enrolment, (ann.id, course.id)), "extra_time", 50))
    begins(ann, exam)
    sets_later(ann, course, exam, terms=replace(TERMS, minutes="40"))
    assert looks_at(ann, 1).attempt.ends_at == ann.at + timedelta(minutes=60)


@pytest.mark.parametrize(("extra", "left"), [("100", 30), ("25", 15), ("0", 10)])
def test_extra_time_reaches_whoever_is_in_it(session, course, exam, extra, left):
    ann, ben = joins(session, course), joins(session, course, "ben")
    for one in (ann, ben):
        begins(one, exam)
    ann.let_pass(minutes=10)
    changes_extra_time(ann, course, extra)
    assert looks_at(ann, 1).attempt.ends_at == ann.at + timedelta(minutes=left)
    assert looks_at(ann, 1).quiz.extra_time == int(extra)
    assert looks_at(ben, 1).attempt.ends_at == MONDAY_NOON + timedelta(minutes=20)
    sets_later(ann, course, exam, terms=replace(TERMS, minutes="40"))
    assert looks_at(ann, 1).attempt.ends_at == MONDAY_NOON + timedelta(minutes=40 * (100 + int(extra)) // 100)


def test_extra_time_brings_back_nobody_whose_time_was_over(session, course, exam):
    ann = joins(session, course)
    begins(ann, exam)
    ann.let_pass(minutes=21)
    changes_extra_time(ann, course, "100")
    assert answers(ann, 1, 1).by_time  # type: ignore[union-attr]


def test_what_they_know_of_its_end_is_kept_until_a_page_has_told_them(session, course, exam):
    ann = joins(session, course)
    begins(ann, exam)
    first, later = (MONDAY_NOON + timedelta(minutes=minutes) for minutes in (20, 60))
    changes_extra_time(ann, course, "50")
    sets_later(ann, course, exam, terms=replace(TERMS, minutes="40"))
    assert looks_at(ann, 1).attempt.known_end == first
    answers(ann, 1, 1, ends=[first.isoformat()])
    assert looks_at(ann, 1).attempt.known_end == first
    answers(ann, 1, 1, ends=[later.isoformat()])
    assert looks_at(ann, 1).attempt.known_end is None


def test_an_end_that_is_moved_back_before_they_knew_is_no_news(session, course, exam):
    ann = joins(session, course)
    begins(ann, exam)
    changes_extra_time(ann, course, "50")
    changes_extra_time(ann, course, "0")
    assert looks_at(ann, 1).attempt.known_end is None


def test_a_shorter_time_limit_gives_nobody_more_than_was_left(session, course, exam):
    ann = joins(session, course)
    begins(ann, exam)
    ann.let_pass(minutes=17)
    sets_later(ann, course, exam, terms=replace(TERMS, minutes="1"))
    assert looks_at(ann, 1).attempt.ends_at == MONDAY_NOON + timedelta(minutes=20)


def test_whoever_is_in_it_follows_a_moved_last_day(session, course):
    exam = sets(session, course, terms=replace(TERMS, minutes=""))
    ann, ben = joins(session, course), joins(session, course, "ben")
    begins(ann, exam)
    begins(ben, exam)
    changing(session, lambda: extend_assignment(session, course, exam, ben.id, ben.at, "2026-03-12"))
    for day in ("2026-03-09", "2026-03-04"):
        sets_later(ann, course, exam, due=day, terms=replace(TERMS, minutes=""))
        assert looks_at(ann, 1).attempt.ends_at == exam.due_at
        assert looks_at(ben, 1).attempt.ends_at == datetime(2026, 3, 12, 22, 59, tzinfo=UTC)
    ann.let_pass(days=2)
    sets_later(ann, course, exam, due="2026-03-03", terms=replace(TERMS, minutes=""))
    assert looks_at(ann, 1).attempt.ends_at == ann.at + timedelta(minutes=5)


def test_a_longer_time_limit_brings_back_nobody_whose_time_was_over(session, course, exam):
    ann = joins(session, course)
    begins(ann, exam)
    ann.let_pass(minutes=21)
    sets_later(ann, course, exam, terms=replace(TERMS, minutes="60"))
    assert looks_at(ann, 1).attempt.ends_at == MONDAY_NOON + timedelta(minutes=20)
    assert answers(ann, 1, 1).by_time  # type: ignore[union-attr]


def test_a_later_day_for_all_is_one_for_who_had_more_time_before(session, course, exam):
    ann = joins(session, course)
    changing(session, lambda: extend_assignment(session, course, exam, ann.id, ann.at, "2026-03-09"))
    sets(session, course, due="2026-03-20", changed=exam)
    ann.let_pass(days=12)
    assert stands(ann, exam).state is State.NOT_STARTED
    assert begins(ann, exam) == 1


def test_no_test_on_paper_asks_what_is_put_aside(session, course, exam, instructor):
    first = drawn_on_paper(session, exam, 8, 1, ("A",), "en")["A"][0]
    objective = session.scalars(select(Objective).where(Objective.key == first.objective)).one()
    changing(session, partial(put_aside, session, course, objective, first.template, "Two are right", instructor.id, MONDAY_NOON))
    again = drawn_on_paper(session, exam, 8, 1, ("A",), "en")["A"]
    assert (first.objective, first.template) not in [(one.objective, one.template) for one in again]


def test_who_passes_is_done(session, course, exam):
    ann = joins(session, course)
    takes(ann, exam, 8)
    assert stands(ann, exam).state is State.DONE
    assert stands(ann, exam).best.marks == stands(ann, exam).best.maximum
    assert session.scalar(select(func.count()).select_from(Card).where(Card.learner_id == ann.id)) == 8


def test_its_analysis_is_of_first_attempts_alone(session, course, exam):
    ann = joins(session, course)
    takes(ann, exam, 8)
    takes(ann, exam, 8)
    found = session.execute(first_answers(course.id, ann.at, exam)).all()
    assert sorted((one.objective_id, one.template) for one in found) == sorted(
        (one.objective.id, one.answer.template) for one in looks_at(ann, 1).asked
    )


def test_its_analysis_is_of_what_was_taken_since_somebody_joined_again(session, course):
    exam = sets(session, course, terms=replace(TERMS, attempts="3"))
    ann = joins(session, course)
    takes(ann, exam, 8)
    place = session.get_one(Enrolment, (ann.id, course.id))
    changing(session, lambda: leave_course(session, place, ann.at, take_along=False))
    ann.let_pass(hours=1)
    changing(session, lambda: enrol(session, ann.signed_up.person, course.id, "learner", ann.at))
    assert session.execute(first_answers(course.id, ann.at, exam)).all() == []
    since = takes(ann, exam, 0)
    takes(ann, exam, 0)
    found = session.execute(first_answers(course.id, ann.at, exam)).all()
    assert sorted(one.objective_id for one in found) == sorted(one.objective.id for one in looks_at(ann, since).asked)


def test_it_cannot_be_looked_at_and_left(session, course, exam):
    ann = joins(session, course)
    begins(ann, exam)
    with pytest.raises(LookupError):
        changing(session, lambda: leave_attempt(session, ann.id, 1, ann.at))


def test_an_account_for_patients_takes_none(session, course, exam):
    ann = joins(session, course)
    changing(session, lambda: setattr(session.get_one(Person, ann.id), "audience", "patient"))
    assert begins(ann, exam) == NotNow(PATIENTS)
    assert "Settings" not in PATIENTS  # there is nothing to change there


@pytest.mark.parametrize("terms", [TERMS, ExamTerms()])
def test_a_trial_counts_nowhere(session, course, instructor, terms):
    assignment = sets(session, course, opens="2026-04-01", due="2026-04-02", terms=terms)
    attempt = in_one_go(session, lambda: try_assignment(session, instructor.id, assignment, "0" * 16, instructor.at))
    assert isinstance(attempt, int)
    assert in_one_go(session, lambda: try_assignment(session, instructor.id, assignment, "1" * 16, instructor.at)) == attempt
    tried = looks_at(instructor, attempt)
    assert tried.exam == terms.exam
    for one in tried.asked:
        answers(instructor, attempt, one.position)
    finishes(instructor, attempt)
    assert in_one_go(session, lambda: try_assignment(session, instructor.id, assignment, "2" * 16, instructor.at)) != attempt
    assert looks_at(instructor, attempt).marks
    every = answers_that_count()
    assert not session.execute(select(every)).all()
    assert not session.scalars(select(Card)).all()
    assert not finished_sheets(session, instructor.id)


def test_more_than_can_be_asked_together_is_said_when_it_is_set(session, course):
    one_fact = sets(session, course, picked=Picked(objectives=range(1, 4)), terms=ExamTerms(True, "100", "1", "", "60"))
    assert isinstance(one_fact, AtMost)
    assert 1 <= one_fact.questions < 4
    fits = ExamTerms(True, str(one_fact.questions), "1", "", "60")
    assert isinstance(sets(session, course, picked=Picked(objectives=range(1, 4)), terms=fits), Assignment)


def test_what_the_course_has_put_aside_is_no_question_of_an_exam_that_is_set(session, course, instructor):
    objective = session.scalars(select(Objective).where(Objective.key == "metastatic-cancer/spread.kidney#sites")).one()
    ways = [one.name for one in current_knowledge(session, "metastatic-cancer").templates[objective.key]]
    for way in ways:
        changing(session, partial(put_aside, session, course, objective, way, "Too easy", instructor.id, MONDAY_NOON))
    one = ExamTerms(True, "1", "1", "", "60")
    assert sets(session, course, picked=Picked(objectives=[objective.id]), terms=one) == AtMost(0)


def test_nothing_handed_out_tells_what_was_right_before_it_is_due(session, course):
    exam = sets(session, course, terms=replace(TERMS, answers="wait"))
    ann = joins(session, course)
    takes(ann, exam, 1)

    def handed_out(at: datetime) -> list[tuple[Any, Any]]:
        session.rollback()
        (part,) = (one for one in belongings(ann.id, at) if one.table.name == "attempt_answers")
        names = part.meaning.shown
        return [(row[names.index("keys")], row[names.index("marks")]) for row in session.execute(part.rows)]

    before, after = handed_out(ann.at), handed_out(exam.due_at + timedelta(seconds=1))
    assert set(before) == {(None, None)}
    assert len(after) == len(before) == 8
    assert None not in [marks for _, marks in after]
    assert changing(session, lambda: copy_course(session, course, ann.signed_up.person, ann.at))
    assert [one.answers_wait for one in session.scalars(select(Assignment))] == [True, True]


@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Tokyo"])
def test_a_course_in_another_zone_keeps_the_days_and_times_of_all_that_is_set(session, course, exam, zone):
    ann = joins(session, course)
    later = sets(session, course, opens="2026-03-28", due="2026-03-30")
    changing(session, lambda: extend_assignment(session, course, exam, ann.id, ann.at, "2026-03-09"))
    moves(session, course, zone)
    session.refresh(exam)
    extension = session.get_one(Extension, (ann.id, exam.id))
    moments = [later.opens_at, later.due_at, exam.opens_at, exam.due_at, extension.due_at]
    assert [f"{one.astimezone(ZoneInfo(zone)):%m-%d %H:%M}" for one in moments] == [
        "03-28 00:00",
        "03-30 23:59",
        "03-02 00:00",
        "03-06 23:59",
        "03-09 23:59",
    ]
    before = exam.due_at
    moves(session, course, zone)
    assert exam.due_at == before


@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Tokyo"])
def test_whoever_is_in_an_exam_keeps_their_time_in_another_zone(session, course, zone):
    exam = sets(session, course, due="2026-03-02")
    ann = joins(session, course)
    assert exam.due_at
    ann.let_pass(seconds=(exam.due_at - timedelta(minutes=10) - ann.at).total_seconds())
    begins(ann, exam)
    before = looks_at(ann, 1).attempt.ends_at
    moves(session, course, zone, ann.at)
    assert looks_at(ann, 1).attempt.ends_at == before


def test_what_has_opened_stays_open_in_a_zone_where_its_day_has_not_begun(session, course):
    exam, tomorrow = sets(session, course), sets(session, course, opens="2026-03-03")
    early = datetime(2026, 3, 2, 3, tzinfo=UTC)  # four in the morning in Berlin, ten in the evening before in New York
    opened = exam.opens_at
    moves(session, course, "America/New_York", early)
    session.refresh(exam)
    assert exam.opens_at == opened
    assert exam.has_opened(early)
    assert tomorrow.opens_at == datetime(2026, 3, 3, 5, tzinfo=UTC)


def moves(session: Session, course: Course, zone: str, at: datetime = MONDAY_NOON) -> None:
    assert isinstance(changing(session, lambda: change_course(session, course, "Nursing", zone, at)), Course)


Between = Callable[[Session, int, int], object]
"""What somebody else changes, of this course and this exam."""


def comes_between(session: Session, course: Course, exam: Assignment, change: Between) -> None:
    """Let somebody else change something after the session has read, and before it has its turn to write."""
    engine, once = session.get_bind(), [(course.id, exam.id)]

    def others(_connection: Connection) -> None:
        if once:
            course_id, exam_id = once.pop()
            with Session(engine, expire_on_commit=False) as other:
                changing(other, lambda: change(other, course_id, exam_id))

    event.listen(engine, "rollback", others)


def resets(terms: ExamTerms, **how: Any) -> Between:
    def change(other: Session, course_id: int, exam_id: int) -> object:
        course, exam = other.get_one(Course, course_id), other.get_one(Assignment, exam_id)
        what = ("Mid-term", how.get("topics", []), "90", "2026-03-02", "2026-03-06", MONDAY_NOON)
        made = set_assignment(other, course, *what, picked=how.get("picked", BANK), exam=terms, changed=exam)
        assert isinstance(made, Assignment), made
        return made

    return change


def takes_back(other: Session, _course_id: int, exam_id: int) -> None:
    assert remove_assignment(other, other.get_one(Assignment, exam_id)) is None


def archives(other: Session, course_id: int, _exam_id: int) -> None:
    archive_course(other, other.get_one(Course, course_id), MONDAY_NOON)


KINDS = {"picked": Picked(), "topics": ["metastatic-cancer/kinds"]}


@pytest.mark.parametrize("terms", [replace(TERMS, number="3"), replace(TERMS, number="4", minutes="1")])
@pytest.mark.parametrize("how", [{}, KINDS], ids=["the same", "other things"])
@pytest.mark.parametrize("tried", [False, True], ids=["taken", "tried"])
def test_what_is_set_anew_while_somebody_begins_is_what_they_are_asked(session, course, exam, instructor, terms, how, tried):
    who = instructor if tried else joins(session, course)
    comes_between(session, course, exam, resets(terms, **how))
    attempt = in_one_go(session, lambda: try_assignment(session, who.id, exam, "0" * 16, who.at)) if tried else begins(who, exam)
    assert isinstance(attempt, int)
    asked = looks_at(who, attempt)
    assert (len(asked.asked), asked.quiz.number, asked.quiz.seconds) == (int(terms.number), int(terms.number), exam.seconds)
    assert {one.objective.id for one in asked.asked} <= {one.id for one in session.scalars(objectives_in(exam.id))}


def test_what_is_put_aside_while_somebody_begins_is_not_asked(session, course, exam, instructor):
    ann, ben = joins(session, course), joins(session, course, "ben")
    begins(ann, exam)
    (key, template), *_ = asked_of(ann, 1)

    def aside(other: Session, course_id: int, _exam_id: int) -> None:
        objective = other.scalars(select(Objective).where(Objective.key == key)).one()
        put_aside(other, other.get_one(Course, course_id), objective, template, "Two are right.", instructor.id, MONDAY_NOON)

    comes_between(session, course, exam, aside)
    begins(ben, exam)
    assert len(asked_of(ben, 1)) == 8
    assert (key, template) not in asked_of(ben, 1)


@pytest.mark.parametrize("change", [takes_back, archives, resets(ExamTerms())], ids=["taken back", "archived", "to study"])
def test_what_is_no_exam_any_more_is_not_begun(session, course, exam, change):
    ann = joins(session, course)
    comes_between(session, course, exam, change)
    assert begins(ann, exam) == NotNow(CHANGED)


def test_who_sets_it_anew_while_somebody_begins_knows_that_they_have(session, course, exam):
    """On SQLite nobody begins meanwhile; on PostgreSQL the one who saw it unbegun looks again."""
    if session.get_bind().dialect.name == "sqlite":
        pytest.skip("one writes at a time")
    ann = joins(session, course)
    others: list[int | NotNow] = []

    def once() -> Any:
        begin_writing(session)
        found = session.get_one(Course, course.id)
        if not others:
            others.append(_begins_beside(session, ann, exam.id))
        what = ("Mid-term", ["metastatic-cancer/kinds"], "90", "2026-03-02", "2026-03-06", ann.at)
        terms = replace(TERMS, number="3", minutes="40")
        return set_assignment(session, found, *what, exam=terms, changed=session.get_one(Assignment, exam.id))

    assert in_one_go(session, once).number == 8
    assert looks_at(ann, 1).attempt.ends_at == ann.at + timedelta(minutes=40)
    assert {one.objective.id for one in looks_at(ann, 1).asked} <= {one.id for one in session.scalars(objectives_in(exam.id))}


def _begins_beside(session: Session, learner: Learner, exam_id: int) -> int | NotNow:
    with Session(session.get_bind(), expire_on_commit=False) as other:
        exam = other.get_one(Assignment, exam_id)
        place = other.get_one(Enrolment, (learner.id, exam.course_id))
        return in_one_go(other, lambda: begin_exam(other, place, exam, learner.at))


@pytest.mark.parametrize(
    ("change", "field"),
    [({"number": "0"}, "number"), ({"attempts": "21"}, "attempts"), ({"minutes": "x"}, "minutes"), ({"pass_mark": "101"}, "pass_mark")],
)
def test_terms_that_are_wrong_are_said(session, course, change, field):
    terms = {"number": "8", "attempts": "2", "minutes": "20", "pass_mark": "60", **change}
    assert set(sets(session, course, terms=ExamTerms(True, **terms))) == {field}


def test_what_a_begun_exam_asks_stays_as_it_is(session, course, exam):
    ann = joins(session, course)
    takes(ann, exam, 0)
    changed = sets(session, course, terms=ExamTerms(True, "3", "3", "", "50"), picked=Picked(objectives=[1]), changed=exam)
    assert (changed.number, changed.attempts, changed.seconds, changed.pass_mark) == (8, 3, None, 50)
    assert begins(ann, exam) == 2
    assert len(asked_of(ann, 2)) == 8


def test_a_warning_of_fewer_than_have_begun_it_by_now_is_none(session, course, exam):
    def waits(warned: str) -> Any:
        terms = replace(TERMS, answers="wait", warned=warned)
        return sets(session, course, changed=exam, terms=terms)

    ann, ben = joins(session, course), joins(session, course, "ben")
    takes(ann, exam, 1)
    assert waits("") == Otherwise(wait=True, begun=1, going_on=0)
    begins(ben, exam)
    assert waits("1") == Otherwise(wait=True, begun=2, going_on=1)
    assert not exam.answers_wait
    assert waits("2") is exam
    assert exam.answers_wait


def test_a_change_takes_nothing_from_who_has_taken_it(session, course, exam):
    ann = joins(session, course)
    for _ in range(2):
        takes(ann, exam, 0)
    assert sets(session, course, opens="", due="", changed=exam) == {"opens": DATES}
    assert sets(session, course, terms=replace(TERMS, attempts="1"), changed=exam) == {"attempts": OFTENER}
    changing(session, lambda: extend_assignment(session, course, exam, ann.id, ann.at, None, "1"))
    assert sets(session, course, terms=replace(TERMS, attempts="1"), changed=exam) is exam


def test_what_the_course_put_aside_is_not_drawn(session, course, exam):
    ann, ben = joins(session, course), joins(session, course, "ben")
    begins(ann, exam)
    (key, template), *_ = asked_of(ann, 1)
    objective = ann.objective(key)

    def aside() -> None:
        begin_writing(session)
        why = {"because": "wished", "words": "Two are right.", "aside_at": MONDAY_NOON}
        session.add(Aside(course_id=course.id, objective_id=objective, template=template, **why))

    in_one_go(session, aside)
    begins(ben, exam)
    assert len(asked_of(ben, 1)) == 8
    assert (key, template) not in asked_of(ben, 1)


def test_its_figures_are_of_first_attempts_with_what_was_left_blank(session, course, exam):
    ann, ben = joins(session, course), joins(session, course, "ben")
    for right in (8, 0):
        takes(ann, exam, right)
    attempt = begins(ben, exam)
    assert isinstance(attempt, int)
    answers(ben, attempt, 1)
    finishes(ben, attempt)
    begins(joins(session, course, "cid"), exam)
    session.rollback()
    found = item_statistics(session, course, ben.at, exam, each_template=False)
    assert [len(found.questions), found.test.learners] == [8, 2]
    everything, one = sorted((sum(mark or 0 for mark in row) for row in found.marks), reverse=True)
    assert everything == found.test.maximum == sum(found.maxima)
    assert 0 < one < everything
    assert found.test.mean == (everything + one) / 2
