"""What a course sees of its learners, and what it does not."""

from datetime import datetime, timedelta
from fractions import Fraction
from functools import partial

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from questions.bank import Bank
from quizapp.analysis.needs import GROWS_FROM, MANY_ERRORS, MUCH_A_DAY, Reason, Why
from quizapp.models import Assignment, Course, Enrolment
from quizapp.queries.assignments import extensions_of
from quizapp.queries.course_map import CourseMap, course_map
from quizapp.queries.grades import gradebook
from quizapp.queries.seen_by_course import answers_seen
from quizapp.queries.standing import standings
from quizapp.queries.states import State
from quizapp.scheduling.recall import recall, remember
from quizapp.usecases.begin_assignment import begin_assignment
from quizapp.usecases.enrolling import enrol
from quizapp.usecases.erase_person import erase_person
from quizapp.usecases.extend_assignment import extend_assignment
from quizapp.usecases.leave_course import leave_course
from quizapp.usecases.set_assignment import set_assignment
from tests.learner import MONDAY_NOON, signs_up, studies
from tests.teaching import TOPIC, changing, first, joins, opens_course, sets_kinds
from tests.ui.ways import wrong_answer

TODAY = MONDAY_NOON.date()


@pytest.fixture
def course(session: Session, bank: Bank) -> Course:
    return opens_course(session, bank)


@pytest.fixture
def assignment(session: Session, course: Course) -> Assignment:
    return sets_kinds(session, course)


def the_map(session: Session, course: Course, days: int = 0) -> CourseMap:
    session.rollback()
    at = MONDAY_NOON + timedelta(days=days)
    return course_map(session, course, at.date(), at)


def test_recall_on_the_map_is_that_of_fsrs(session, course, assignment):
    ann = joins(session, course, "Ann", assignment)
    (objective,) = first(session, assignment, 1)
    ann.answers(objective)
    found = the_map(session, course, days=3)
    expected = recall(remember(None, 4, TODAY), TODAY + timedelta(days=3))
    whole = found.learners[0].whole
    assert whole.seen == 1
    assert whole.mean * whole.objectives == pytest.approx(expected)


def test_what_was_answered_before_joining_is_not_seen(session, course, assignment, bank):
    ann = signs_up(session, "Ann")
    changing(session, lambda: begin_assignment(session, ann.id, assignment, ann.at))
    before, after = first(session, assignment, 2)
    ann.answers(before)
    ann.let_pass(hours=1)
    place = changing(session, lambda: enrol(session, ann.signed_up.person, course.id, "learner", ann.at, called="Ann"))
    assert the_map(session, course).learners[0].whole.seen == 0
    ann.let_pass(minutes=1)
    ann.answers(after)
    assert the_map(session, course).learners[0].whole.seen == 1
    session.rollback()
    assert [one.objective_id for one in answers_seen(session, course, place, ann.at)] == [after]


def test_whoever_is_erased_is_in_no_figure_of_the_course(session, course, assignment):
    ann, ben = joins(session, course, "Ann", assignment), joins(session, course, "Ben", assignment)
    alone = the_map(session, course)
    for one in first(session, assignment, 2):
        ben.answers(one)
    changing(session, lambda: erase_person(session, ann.id, "key"))
    only_ben = the_map(session, course)
    assert [one.place.called for one in only_ben.learners] == ["Ben"]
    assert only_ben.learners[0].whole.seen == 2
    changing(session, lambda: erase_person(session, ben.id, "key"))
    assert the_map(session, course).learners == ()
    assert len(alone.learners) == 2


def test_what_the_course_has_not_set_is_not_seen(session, course, assignment, bank):
    ann = joins(session, course, "Ann")
    studies(ann, bank)
    others = [one for one in ann.objectives() if one not in first(session, assignment, 1000)]
    ann.answers(others[0])
    row = the_map(session, course).learners[0]
    assert (row.whole.seen, row.last_day, row.due) == (0, None, 0)


def test_whoever_left_is_on_no_map(session, course, assignment):
    ann = joins(session, course, "Ann", assignment)
    place = session.get(Enrolment, (ann.id, course.id))
    assert place
    changing(session, lambda: leave_course(session, place, ann.at, take_along=False))
    assert the_map(session, course).learners == ()


def test_queries_do_not_grow_with_learners(session, course, assignment):
    def counted() -> int:
        statements: list[str] = []
        engine = session.get_bind()
        event.listen(engine, "before_cursor_execute", listen := lambda *heard: statements.append(heard[2]))
        the_map(session, course)
        event.remove(engine, "before_cursor_execute", listen)
        return len([one for one in statements if one.lstrip().startswith("SELECT")])

    joins(session, course, "Ann", assignment).answers(first(session, assignment, 1)[0])
    few = counted()
    for number in range(8):
        joins(session, course, f"learner-{number}", assignment).answers(first(session, assignment, 1)[0])
    assert counted() == few <= 11


def test_somebody_who_has_not_begun_needs_help_after_a_week(session, course, assignment):
    joins(session, course, "Ann", assignment)
    assert not the_map(session, course, days=2).needing_help
    (ann,) = the_map(session, course, days=7).needing_help
    assert [reason.why for reason in ann.reasons] == [Why.NOT_STARTED]


def test_a_reason_names_the_topic_in_which_most_of_the_errors_are(session, course, assignment):
    ann = joins(session, course, "Ann", assignment)
    for objective in first(session, assignment, MANY_ERRORS):
        question = ann.asked(objective)
        ann.sends(question, wrong_answer(question.item.interaction) | {"sure": ["certain"]})
    (reason,) = the_map(session, course).learners[0].reasons
    assert reason == Reason(Why.ERRORS, MANY_ERRORS, topic=("metastatic-cancer", "kinds"))


def test_a_backlog_grows_where_more_becomes_due_than_is_answered(session, course):
    spread = partial(set_assignment, session, course, "Spread", ["metastatic-cancer/spread"], "90", "2026-03-02", "2026-03-20", MONDAY_NOON)
    much = changing(session, spread)
    assert isinstance(much, Assignment)
    ann = joins(session, course, "Ann", much)
    objectives = first(session, much, GROWS_FROM + 1)
    for objective in objectives:
        ann.answers(objective)
    ann.let_pass(days=5)
    assert Why.GROWING not in {one.why for one in the_map(session, course, 5).learners[0].reasons}  # they were answered within the week
    ann.let_pass(days=2)
    ann.answers(objectives[0])
    found = the_map(session, course, 7).learners[0].reasons
    assert Reason(Why.GROWING, GROWS_FROM) in found


def test_states_go_from_not_started_to_done_or_late(session, course, assignment):
    ann = joins(session, course, "Ann", assignment)

    def state(at: datetime) -> State:
        session.rollback()
        return standings(session, course, assignment, at)[0].state

    assert state(ann.at) is State.NOT_STARTED
    for objective in first(session, assignment, 3):
        ann.answers(objective)
    assert state(ann.at) is State.WORKING
    for objective in first(session, assignment, 1000)[3:]:
        ann.answers(objective)
    assert state(ann.at) is State.DONE
    late = assignment.due_at + timedelta(hours=1)
    assert state(late) is State.LATE
    changing(session, lambda: extend_assignment(session, course, assignment, ann.id, ann.at, "2026-03-25"))
    assert state(late) is not State.LATE


def test_what_was_reached_when_it_was_due_stays_so(session, course, assignment):
    ann, ben = (joins(session, course, name, assignment) for name in ("Ann", "Ben"))
    objectives = first(session, assignment, 1000)
    for one in (ann, ben):
        one.let_pass(days=17)
        for objective in objectives[: len(objectives) - (one is ben)]:
            one.answers(objective)

    def found(at: datetime) -> list[tuple[State, int, Fraction]]:
        session.rollback()
        return [(one.state, one.cell.at_goal, one.points) for one in standings(session, course, assignment, at)]

    when_due = [(State.DONE, len(objectives), Fraction(1)), (State.LATE, len(objectives) - 1, Fraction(1))]
    over, years_later = assignment.due_at + timedelta(hours=1), assignment.due_at + timedelta(days=1000)
    assert found(over) == when_due
    ben.let_pass(days=5)
    ben.answers(objectives[-1])
    ann.let_pass(days=5)
    ann.answers(objectives[0], right=False)
    assert found(ann.at) == when_due
    assert found(years_later) == when_due
    assert the_map(session, course, 1000).learners[0].whole.at_goal == 0
    assert [line[0] for line in marks(session, course, years_later)] == [100, round(100 * (1 - 1 / len(objectives)), 2)]


def test_what_is_known_when_it_is_due_is_what_the_map_said_then(session, course, assignment):
    ann = joins(session, course, "Ann", assignment)
    for days, right in ((0, False), (1, True), (6, True)):
        ann.let_pass(days=days)
        for objective in first(session, assignment, 3):
            ann.answers(objective, right=right)
    ann.undoes()
    before, after = assignment.due_at - timedelta(seconds=1), assignment.due_at + timedelta(seconds=1)
    session.rollback()
    (told_before,), (told_after,) = (standings(session, course, assignment, at) for at in (before, after))
    assert (told_before.is_over, told_after.is_over) == (False, True)
    assert told_after.cell == told_before.cell


def marks(session: Session, course: Course, at: datetime) -> list[list[float | None]]:
    book = gradebook(session, course, at)
    return [book.line(one) for one in book.learners]


def test_a_need_for_help_hides_no_state(session, course, assignment):
    ann, ben = (joins(session, course, name, assignment) for name in ("Ann", "Ben"))
    ann.answers(first(session, assignment, 1)[0])
    session.rollback()
    found = standings(session, course, assignment, ben.at + timedelta(days=12))
    assert [(one.state, one.needs_help) for one in found] == [(State.WORKING, True), (State.NOT_STARTED, True)]


def test_points_are_for_days_first_of_all(session, course, assignment):
    ann = joins(session, course, "Ann", assignment)
    one, two, three, four = first(session, assignment, 4)
    ann.answers(one)
    ann.let_pass(minutes=5)
    ann.answers(two)
    ann.let_pass(hours=2)
    ann.answers(three)
    ann.let_pass(days=1)
    ann.answers(four)
    session.rollback()
    assert standings(session, course, assignment, ann.at)[0].points == 1 + Fraction(1, 2) + 1


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"title": ""}, "title"),
        ({"topics": []}, "topic"),
        ({"topics": ["metastatic-cancer/no-such"]}, "topic"),
        ({"goal": "99"}, "goal"),
        ({"goal": "²"}, "goal"),
        ({"opens": "soon"}, "opens"),
        ({"due": "2026-02-30"}, "due"),
        ({"due": "2026-03-01"}, "due"),
    ],
)
def test_what_cannot_be_set_says_why(session, course, change, field):
    good = {"title": "Kinds", "topics": [TOPIC], "goal": "90", "opens": "2026-03-02", "due": "2026-03-20"}
    outcome = changing(session, lambda: set_assignment(session, course, at=MONDAY_NOON, **(good | change)))
    assert isinstance(outcome, dict)
    assert set(outcome) == {field}


def test_a_later_date_is_later(session, course, assignment):
    ann = joins(session, course, "Ann", assignment)
    for due in ("2026-03-19", "x", "9999-12-31"):
        assert isinstance(changing(session, partial(extend_assignment, session, course, assignment, ann.id, ann.at, due)), dict)
    assert changing(session, lambda: extend_assignment(session, course, assignment, ann.id, ann.at, "")) is None


@pytest.mark.parametrize("due", ["", "2026-03-20"])
def test_a_later_date_is_taken_back_by_no_day_and_by_the_day_of_everybody(session, course, assignment, due):
    ann = joins(session, course, "Ann", assignment)
    assert changing(session, lambda: extend_assignment(session, course, assignment, ann.id, ann.at, "2026-03-25")) is not None
    assert changing(session, lambda: extend_assignment(session, course, assignment, ann.id, ann.at, due)) is None
    assert not session.scalars(extensions_of(assignment.id)).all()


def test_a_later_date_lengthens_points_and_the_days_that_are_left(session, course, assignment):
    ann = joins(session, course, "Ann", assignment)
    ann.let_pass(days=14)
    assert the_map(session, course, 14).learners[0].reasons
    ann.let_pass(days=6)
    ann.answers(first(session, assignment, 1)[0])

    def points() -> Fraction:
        session.rollback()
        return standings(session, course, assignment, ann.at)[0].points

    assert points() == 0
    changing(session, lambda: extend_assignment(session, course, assignment, ann.id, ann.at, "2026-05-20"))
    assert points() == 1
    assert [one.why for one in the_map(session, course, 20).learners[0].reasons] == [Why.UNREADY]


def test_what_is_set_but_not_open_shows_nothing_yet(session, course, bank):
    later = changing(session, lambda: set_assignment(session, course, "Kinds", [TOPIC], "90", "2026-03-10", "2026-03-20", MONDAY_NOON))
    assert isinstance(later, Assignment)
    ann = joins(session, course, "Ann", later)
    ann.answers(first(session, later, 1)[0])
    place = session.get(Enrolment, (ann.id, course.id))
    assert place
    assert answers_seen(session, course, place, ann.at) == ()
    assert the_map(session, course).topics == ()
    session.rollback()
    assert standings(session, course, later, ann.at)[0].cell.seen == 0
    assert len(answers_seen(session, course, place, ann.at + timedelta(days=9))) == 1


def test_a_day_to_come_changes_recall_and_no_reason(session, course, assignment):
    ann = joins(session, course, "Ann", assignment)
    ann.answers(first(session, assignment, 1)[0])
    session.rollback()
    ahead = course_map(session, course, TODAY + timedelta(days=30), MONDAY_NOON)
    now = course_map(session, course, TODAY, MONDAY_NOON)
    assert ahead.learners[0].whole.mean < now.learners[0].whole.mean
    assert ahead.learners[0].reasons == now.learners[0].reasons == ()


def test_on_another_day_reasons_are_of_what_is_at_the_goal_today(session, course):
    topics, day = [TOPIC, "metastatic-cancer/spread"], TODAY.isoformat()
    due_today = changing(session, lambda: set_assignment(session, course, "Both", topics, "90", day, day, MONDAY_NOON))
    assert isinstance(due_today, Assignment)
    ann = joins(session, course, "Ann", due_today)
    for objective in first(session, due_today, 1000):
        ann.answers(objective)
    session.rollback()
    (found,) = course_map(session, course, TODAY + timedelta(days=600), MONDAY_NOON).learners
    assert found.whole.objectives >= MUCH_A_DAY
    assert (found.whole.at_goal, found.reasons) == (0, ())


def test_whoever_would_know_little_on_the_date_is_named_when_the_time_is_half_gone(session, course, assignment):
    ann = joins(session, course, "Ann", assignment)
    ann.answers(first(session, assignment, 1)[0])
    assert Why.UNREADY not in [reason.why for reason in the_map(session, course).learners[0].reasons]
    (reason,) = (one for one in the_map(session, course, days=9).learners[0].reasons if one.why is Why.UNREADY)
    likely = recall(remember(None, 4, TODAY), assignment.due_at.date())
    assert reason.figure == round(100 * likely / len(first(session, assignment, 1000)))


def test_what_is_foreseen_is_for_the_date_of_each_learner(session, course, assignment):
    ann, ben = (joins(session, course, name, assignment) for name in ("Ann", "Ben"))
    for learner in (ann, ben):
        learner.answers(first(session, assignment, 1)[0])
    changing(session, lambda: extend_assignment(session, course, assignment, ann.id, ann.at, "2026-05-20"))
    found = {one.place.called: [reason.why for reason in one.reasons] for one in the_map(session, course, days=6).learners}
    assert (Why.UNREADY in found["Ann"], Why.UNREADY in found["Ben"]) == (False, True)
