from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from quizapp.scheduling.days_off import DaysOff
from quizapp.scheduling.exams import LAST_DAYS, Examined, Missing, last_days, missing, not_seen, plan_exam, practised_on
from quizapp.scheduling.planning import FAR, RUNS, Habits, Planned, courses
from quizapp.scheduling.queue import Limits
from quizapp.scheduling.sm2 import Memory
from tests.scheduling.histories import DAY, MONDAY

SPREAD, TESTS = "bank/spread", "bank/tests"


def new(objective: int, topic: str = SPREAD) -> Examined:
    return Examined(objective, topic, Planned(facts=frozenset({f"{objective}"})))


def known(objective: int, due: int, seen: int = -20, topic: str = SPREAD) -> Examined:
    planned = Planned(MONDAY + due * DAY, Memory(4, 40, 250), frozenset({f"{objective}"}))
    return Examined(objective, topic, planned, MONDAY + seen * DAY, 0.8)


def test_all_is_reached_where_days_and_limits_allow_it():
    plan = plan_exam([new(one) for one in range(40)], MONDAY, MONDAY + 20 * DAY)
    assert (plan.missing, plan.pace, plan.drop) == (Missing(), Limits(), ())
    assert len(plan.load) == 20
    assert len(plan.unseen) == 40


def test_what_cannot_be_reached_is_said_and_which_topics_to_drop():
    begun = [known(1, 3, topic=TESTS), *(new(one, TESTS) for one in range(2, 12))]
    plan = plan_exam([*begun, *(new(one) for one in range(100, 180))], MONDAY, MONDAY + 10 * DAY)
    assert plan.missing == Missing(20)  # seven days of ten before the last three
    assert plan.pace.new == 13
    assert not plan_exam([*begun, *(new(one) for one in range(100, 180))], MONDAY, MONDAY + 10 * DAY, Habits(plan.pace)).missing
    assert plan.drop == (SPREAD,)


def test_no_pace_is_proposed_that_nobody_would_keep_up():
    plan = plan_exam([new(one) for one in range(258)], MONDAY, MONDAY + 4 * DAY)
    assert plan.pace == Limits()
    assert plan.drop
    used_to_it = plan_exam([new(one) for one in range(258)], MONDAY, MONDAY + 4 * DAY, Habits(Limits(200, 50)))
    assert used_to_it.pace.new == 86


def test_a_plan_over_a_year_takes_one_course_and_a_short_one_the_middle_of_some():
    objectives = [new(one) for one in range(30)]
    near, far = (courses([one.planned for one in objectives], MONDAY, days) for days in (FAR, FAR + 1))
    assert (len(near), len(far)) == (RUNS, 1)
    plan = plan_exam(objectives, MONDAY, MONDAY + (FAR + 1) * DAY)
    assert plan.load == far[0].load
    assert plan.missing == missing(objectives, MONDAY, MONDAY + (FAR + 1) * DAY)


def test_a_day_off_lets_nothing_in():
    plan = plan_exam([new(one) for one in range(70)], MONDAY, MONDAY + 10 * DAY, Habits(off=DaysOff(frozenset({1}))))
    assert plan.missing == Missing(10)


def test_an_exam_tomorrow_or_today_has_a_plan_too():
    assert not plan_exam([new(1)], MONDAY, MONDAY + DAY).missing
    today = plan_exam([new(1), known(2, 3)], MONDAY, MONDAY)
    assert (today.load, today.missing.new) == ((), 1)


def test_nothing_is_practised_before_the_last_days():
    exam = MONDAY + 8 * DAY
    assert last_days(exam) == MONDAY + DAY
    assert practised_on([known(1, 30)], MONDAY, exam) == []
    assert practised_on([known(1, 30)], MONDAY + DAY, exam) == [known(1, 30)]


def test_what_was_not_seen_is_told_from_the_last_days_until_the_day_itself():
    exam = MONDAY + 7 * DAY
    told = [bool(not_seen([known(1, 30)], exam + ahead * DAY, exam)) for ahead in (-8, -7, -1, 0, 1)]
    assert told == [False, True, True, True, False]


def test_what_comes_back_by_itself_before_the_exam_is_not_practised():
    assert practised_on([known(1, 6), known(2, 7)], MONDAY, MONDAY + 7 * DAY) == [known(2, 7)]


def test_the_least_likely_known_is_practised_first():
    objectives = [replace(known(one, 30), likely=one / 20) for one in range(14)]
    assert [one.objective for one in practised_on(objectives, MONDAY, MONDAY + 7 * DAY)] == [0, 1]


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(-30, 0)), max_size=60), st.frozensets(st.integers(0, 6), max_size=5))
def test_by_the_exam_everything_that_was_met_has_been_seen_in_its_last_days(cards, weekdays):
    """By practice, or for it was due; whoever studies on at least one of the last days."""
    exam, off = MONDAY + 7 * DAY, DaysOff(weekdays)
    objectives = {number: known(number, due, seen) for number, (due, seen) in enumerate(cards)}
    for day in (MONDAY + ahead * DAY for ahead in range(LAST_DAYS)):
        shared = practised_on(list(objectives.values()), day, exam, off)
        assert not (day in off and shared)
        for one in shared:
            objectives[one.objective] = replace(one, seen_on=day)
    for one in objectives.values():
        assert one.planned.due is not None
        assert one.planned.due < exam or (one.seen_on is not None and one.seen_on >= MONDAY)


def test_what_is_overdue_and_over_the_limit_is_said_to_be_missed():
    late = [known(one, -30) for one in range(80)]
    plan = plan_exam(late, MONDAY, MONDAY + 8 * DAY, Habits(Limits(5, 0), passes=1))
    assert plan.missing == Missing(0, 40)  # five a day are seen; those of today are due after the exam then, so that they are practised
    assert plan.pace.reviews >= 10
    assert not missing(late, MONDAY, MONDAY + 8 * DAY, Habits(plan.pace, passes=1))
    assert not missing(late, MONDAY, MONDAY + 8 * DAY, Habits(Limits(60, 0), passes=1))


def test_reviews_take_the_place_of_new_ones_where_the_limit_on_both_is_short():
    objectives = [*(known(one, -3) for one in range(40)), *(new(one) for one in range(100, 130))]
    short, wide = (missing(objectives, MONDAY, MONDAY + 6 * DAY, Habits(Limits(most, 10), passes=1)) for most in (12, 60))
    assert short.new > 0
    assert not wide


def test_nothing_new_is_promised_for_the_days_that_a_backlog_takes():
    objectives = [*(known(one, -3) for one in range(20)), *(new(one) for one in range(100, 120))]
    load = plan_exam(objectives, MONDAY, MONDAY + 10 * DAY, Habits(Limits(10, 10), passes=1)).load
    assert [(one.reviews, one.new) for one in load[:3]] == [(10, 0), (10, 0), (0, 10)]


def test_what_the_exam_does_not_ask_for_takes_its_place_in_the_days_too():
    others = [replace(new(one), wanted=False) for one in range(100)]
    objectives = [*others, *(new(one) for one in range(100, 110))]
    assert missing(objectives, MONDAY, MONDAY + 14 * DAY) == Missing(10)
    assert not missing(objectives[90:], MONDAY, MONDAY + 14 * DAY)
    assert len(plan_exam(objectives, MONDAY, MONDAY + 14 * DAY).unseen) == 10


def test_a_pace_counts_no_new_ones_that_come_after_what_the_exam_asks_for():
    asked = [replace(new(one), wanted=one >= 100) for one in range(110)]
    after = [replace(new(one), wanted=False) for one in range(110, 400)]
    pace = plan_exam([*asked, *after], MONDAY, MONDAY + 12 * DAY).pace
    assert pace == plan_exam(asked, MONDAY, MONDAY + 12 * DAY).pace == Limits(60, 14)


def test_who_goes_by_a_goal_has_a_plan_by_fsrs():
    plan = plan_exam([new(one) for one in range(10)], MONDAY, MONDAY + 4 * DAY, Habits(passes=1, goal=90))
    assert [(one.reviews, one.new) for one in plan.load[:3]] == [(0, 10), (0, 0), (10, 0)]


@given(unseen=st.integers(0, 80), days=st.integers(1, 30), a_day=st.integers(0, 10), weekdays=st.frozensets(st.integers(0, 6), max_size=6))
def test_what_today_says_is_what_the_plan_says(unseen, days, a_day, weekdays):
    objectives, habits = [new(one) for one in range(unseen)], Habits(Limits(500, a_day), DaysOff(weekdays))
    plan = plan_exam(objectives, MONDAY, MONDAY + days * DAY, habits)
    assert missing(objectives, MONDAY, MONDAY + days * DAY, habits) == plan.missing
    study_days = sum(MONDAY + ahead * DAY not in habits.off for ahead in range(days - min(7, days // 3)))
    assert plan.missing.new == max(unseen - a_day * study_days, 0)


def test_a_day_more_before_an_exam_never_makes_more_of_it_late():
    objectives = [new(one) for one in range(159)]
    late = [missing(objectives, MONDAY, MONDAY + days * DAY, Habits(Limits(60, 10))).new for days in range(1, 30)]
    assert late == sorted(late, reverse=True)


def test_what_is_late_and_what_is_never_met_are_told_apart():
    found = missing([new(one) for one in range(90)], MONDAY, MONDAY + 8 * DAY, Habits(Limits(60, 10)))
    assert found == Missing(new=30, never=10)


def test_practice_is_told_of_what_is_met_and_not_asked_in_the_last_days_however_often_others_are():
    again = [Examined(one, SPREAD, Planned(MONDAY, Memory(1, 1, 130), frozenset({f"{one}"})), MONDAY - DAY) for one in range(6)]
    plan = plan_exam([*again, known(50, 30)], MONDAY, MONDAY + 7 * DAY, Habits(passes=0))
    assert plan.practice_a_day == 1


def test_of_topics_begun_alike_the_last_of_the_bank_is_left_out_first():
    objectives = [new(place * 100 + one, topic) for place, topic in enumerate("zya") for one in range(60)]
    assert plan_exam(objectives, MONDAY, MONDAY + 18 * DAY).drop == ("a",)
