"""What learners plan: days off, holidays and exams, and what is refused."""

from datetime import date

from sqlalchemy import Engine

from quizapp.models import Break, Exam, Person
from quizapp.models.transactions import begin_writing, changing
from quizapp.queries.days_off import breaks_since, days_off_of
from quizapp.queries.exams import exam_page, exams_ahead, exams_of
from quizapp.queries.practice import Choice
from quizapp.usecases.begin_attempt import Begun, begin_attempt
from quizapp.usecases.change_days_off import change_days_off
from quizapp.usecases.choosing import Wished
from quizapp.usecases.drop_break import drop_break
from quizapp.usecases.drop_exam import drop_exam
from quizapp.usecases.name_exam import name_exam
from quizapp.usecases.plan_break import plan_break
from quizapp.usecases.set_pace import set_pace
from tests.learner import Learner
from tests.usecases.attempts import answers, offers
from tests.usecases.races import at_once

TODAY = date(2026, 3, 2)
BANK = "metastatic-cancer"


def plans(student: Learner, first: str, last: str = "") -> object:
    return changing(student.session, lambda: plan_break(student.session, student.id, first, last, student.at))


def breaks(student: Learner) -> list[tuple[date, date]]:
    return [(one.first_day, one.last_day) for one in student.session.scalars(breaks_since(student.id, TODAY))]


def names(student: Learner, day: str, bank: str = "") -> object:
    return changing(student.session, lambda: name_exam(student.session, student.id, [BANK], bank, day, student.at))


def test_weekdays_are_set_and_one_must_be_left(student: Learner) -> None:
    sets = lambda *days: changing(student.session, lambda: change_days_off(student.session, student.id, days))  # noqa: E731
    assert sets("5", "6", "nonsense", "7") == {}
    off = days_off_of(student.session, student.signed_up.person, TODAY)
    assert [day for day in range(2, 9) if date(2026, 3, day) in off] == [7, 8]
    assert set(sets(*map(str, range(7)))) == {"weekday"}
    assert sets() == {}
    assert student.session.get_one(Person, student.id).days_off == 0


def test_a_holiday_has_a_first_and_a_last_day_and_a_day_off_only_one(student: Learner) -> None:
    assert isinstance(plans(student, "2026-03-10", "2026-03-20"), Break)
    plans(student, "2026-04-01")
    assert breaks(student) == [(date(2026, 3, 10), date(2026, 3, 20)), (date(2026, 4, 1), date(2026, 4, 1))]
    assert changing(student.session, lambda: drop_break(student.session, student.id, date(2026, 4, 1)))
    assert not changing(student.session, lambda: drop_break(student.session, student.id, date(2026, 4, 1)))


def test_breaks_that_touch_become_one(student: Learner) -> None:
    plans(student, "2026-03-10", "2026-03-12")
    plans(student, "2026-03-16", "2026-03-18")
    plans(student, "2026-03-13", "2026-03-15")
    assert breaks(student) == [(date(2026, 3, 10), date(2026, 3, 18))]


def test_breaks_planned_at_once_that_touch_become_one(engine: Engine, student: Learner) -> None:
    days = ("2026-03-10", "2026-03-11", "2026-03-12", "2026-03-13")
    learner, at = student.id, student.at
    student.session.rollback()
    at_once(engine, *[lambda own, day=day: plan_break(own, learner, day, "", at) for day in days])
    assert breaks(student) == [(date(2026, 3, 10), date(2026, 3, 13))]


def test_a_break_in_the_past_backwards_or_without_end_is_refused(student: Learner) -> None:
    assert set(plans(student, "2026-03-01")) == {"first"}  # type: ignore[call-overload]
    assert set(plans(student, "soon")) == {"first"}  # type: ignore[call-overload]
    assert set(plans(student, "2026-03-10", "2026-03-09")) == {"last"}  # type: ignore[call-overload]
    assert set(plans(student, "2026-03-10", "2027-03-09")) == {"last"}  # type: ignore[call-overload]
    assert breaks(student) == []


def test_one_learners_breaks_are_nobody_elses(student: Learner, outsider: Learner) -> None:
    plans(student, "2026-03-10")
    assert not changing(outsider.session, lambda: drop_break(outsider.session, outsider.id, date(2026, 3, 10)))
    assert date(2026, 3, 10) not in days_off_of(outsider.session, outsider.signed_up.person, TODAY)


def test_the_day_of_an_exam_is_named_changed_and_dropped(student: Learner) -> None:
    assert isinstance(names(student, "2026-05-04"), Exam)
    names(student, "2026-05-05")
    names(student, "2026-04-05", BANK)
    exams = student.session.scalars(exams_of(student.id, TODAY)).all()
    assert [(one.bank, one.day) for one in exams] == [(BANK, date(2026, 4, 5)), ("", date(2026, 5, 5))]
    assert changing(student.session, lambda: drop_exam(student.session, student.id, BANK))
    assert not changing(student.session, lambda: drop_exam(student.session, student.id, BANK))


def test_an_exam_in_the_past_or_about_nothing_is_refused(student: Learner) -> None:
    for day in ("2026-03-02", "2029-01-01", "", "next week"):
        assert set(names(student, day)) == {"day"}  # type: ignore[call-overload]
    assert set(names(student, "2026-05-04", "no bank")) == {"bank"}  # type: ignore[call-overload]


def test_an_exam_that_is_over_is_planned_for_no_more(student: Learner) -> None:
    names(student, "2026-03-05")
    student.let_pass(days=4)
    assert exams_ahead(student.session, student.signed_up.person, student.at) == ()


def test_too_much_is_said_as_soon_as_the_day_is_named_with_the_pace_that_would_do(student: Learner) -> None:
    names(student, "2026-03-16")
    (ahead,) = exams_ahead(student.session, student.signed_up.person, student.at)
    page = exam_page(student.session, student.signed_up.person, ahead.exam, student.at)
    assert ahead.too_many
    assert page.plan.missing.new > 0
    assert page.plan.drop
    pace = page.plan.pace
    assert changing(student.session, lambda: set_pace(student.session, student.id, pace.reviews, pace.new)).new_a_day == pace.new
    assert not exams_ahead(student.session, student.signed_up.person, student.at)[0].too_many


def test_in_the_last_days_what_was_not_seen_in_them_is_practised(student: Learner) -> None:
    first, second = student.objectives()[0], student.objectives()[20]
    for _ in range(3):
        for objective in (first, second):
            student.answers(objective)
        student.let_pass(days=8)
    names(student, "2026-04-05")
    assert exams_ahead(student.session, student.signed_up.person, student.at)[0].practice == ()
    names(student, "2026-03-31")
    (ahead,) = exams_ahead(student.session, student.signed_up.person, student.at)
    assert len(ahead.practice) == 1, "two in five days"
    assert set(ahead.practice) < {first, second}


def test_what_is_practised_for_an_exam_is_shared_out_once_a_day(student: Learner) -> None:
    met = student.objectives()[0:60:10]
    for _ in range(3):
        for objective in met:
            student.answers(objective)
        student.let_pass(days=8)
    names(student, "2026-03-29")
    (morning,) = exams_ahead(student.session, student.signed_up.person, student.at)
    assert len(morning.practice) == 2, "six in three days"
    attempt = practises(student, morning.practice)
    answers(student, attempt, 1)
    (noon,) = exams_ahead(student.session, student.signed_up.person, student.at)
    assert len(noon.practice) == 1
    assert set(noon.practice) < set(morning.practice)
    answers(student, attempt, 2)
    (evening,) = exams_ahead(student.session, student.signed_up.person, student.at)
    assert evening.practice == ()
    student.let_pass(days=1)
    (next_day,) = exams_ahead(student.session, student.signed_up.person, student.at)
    assert len(next_day.practice) == 2


def practises(student: Learner, objectives: tuple[int, ...]) -> int:
    chosen = [one for one in offers(student).practisable if one.objective_id in objectives]
    wished = Wished(Choice(), len(chosen))
    begun = changing(student.session, lambda: begin_attempt(student.session, student.signed_up.person, chosen, wished, "seed", student.at))
    assert isinstance(begun, Begun)
    return begun.attempt


def test_today_warns_where_what_is_due_does_not_fit_into_the_days(student: Learner) -> None:
    met = student.objectives()[0:200:10]
    for objective in met:
        student.answers(objective)
    student.let_pass(days=30)
    names(student, "2026-04-09")
    changing(student.session, lambda: one_a_day(student))
    (ahead,) = exams_ahead(student.session, student.signed_up.person, student.at)
    plan = exam_page(student.session, student.signed_up.person, ahead.exam, student.at).plan
    assert ahead.too_many
    assert plan.missing.known > 10


def one_a_day(student: Learner) -> None:
    begin_writing(student.session)
    person = student.session.get_one(Person, student.id)
    person.reviews_a_day = person.new_a_day = 1


def test_what_rests_is_no_part_of_an_exam(student: Learner) -> None:
    names(student, "2026-05-04")
    (ahead,) = exams_ahead(student.session, student.signed_up.person, student.at)
    before = exam_page(student.session, student.signed_up.person, ahead.exam, student.at).objectives
    student.suspends(student.objectives()[0])
    (ahead,) = exams_ahead(student.session, student.signed_up.person, student.at)
    assert exam_page(student.session, student.signed_up.person, ahead.exam, student.at).objectives == before - 1


def test_the_last_day_that_there_is_is_too_far_away(student: Learner) -> None:
    outcome = changing(student.session, lambda: plan_break(student.session, student.id, "9999-12-31", "9999-12-31", student.at))
    assert isinstance(outcome, dict)
    assert set(outcome) == {"first"}
