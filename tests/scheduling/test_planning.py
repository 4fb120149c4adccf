from hypothesis import given
from hypothesis import strategies as st

from quizapp.scheduling.days_off import DaysOff
from quizapp.scheduling.planning import Habits, Planned, forecast
from quizapp.scheduling.queue import Limits
from quizapp.scheduling.sm2 import Memory
from tests.scheduling.histories import DAY, MONDAY

OBJECTIVES = st.lists(
    st.builds(
        Planned,
        due=st.none() | st.integers(-30, 30).map(lambda days: MONDAY + days * DAY),
        memory=st.sampled_from([Memory(), Memory(1, 1, 250), Memory(3, 15, 236)]),
        facts=st.frozensets(st.sampled_from("abcdefgh"), min_size=1, max_size=2),
    ),
    max_size=40,
)
LIMITS = st.tuples(st.integers(1, 20), st.integers(0, 20)).map(lambda both: Limits(both[0], min(both)))
FREE = [Planned(facts=frozenset({f"{number}"})) for number in range(30)]


def test_new_ones_come_in_by_the_day_and_come_back_the_next():
    first, second, *_ = forecast(FREE, MONDAY, 3, Habits(limits=Limits(60, 10), passes=1))
    assert (first.reviews, first.new, first.questions) == (0, 10, 10)
    assert (second.reviews, second.new) == (10, 10)


def test_what_is_overdue_comes_first_a_day_at_a_time_and_new_ones_after_it():
    overdue = [Planned(MONDAY - DAY, Memory(5, 100, 250), frozenset({f"old {number}"})) for number in range(25)]
    days = forecast([*FREE, *overdue], MONDAY, 3, Habits(limits=Limits(10, 10), passes=1))
    assert [(day.reviews, day.new, day.left_over) for day in days] == [(10, 0, 15), (10, 0, 5), (5, 5, 0)]


def test_a_day_off_asks_nothing_and_its_load_comes_after():
    due = [Planned(MONDAY, Memory(5, 100, 250), frozenset({f"{number}"})) for number in range(4)]
    monday, tuesday = forecast(due, MONDAY, 2, Habits(off=DaysOff(frozenset({0}))))
    assert (monday.questions, monday.left_over, monday.off) == (0, 4, True)
    assert (tuesday.questions, tuesday.off) == (4, False)


def test_what_was_answered_today_is_not_expected_again():
    first, *_ = forecast(FREE, MONDAY, 1, Habits(limits=Limits(12, 10), done=Limits(9, 9)))
    assert first.questions == 1


def test_siblings_are_spread_over_days():
    family = [Planned(MONDAY, Memory(5, 100, 250), frozenset({"fact"})) for _ in range(3)]
    assert [day.reviews for day in forecast(family, MONDAY, 4)] == [1, 1, 1, 0]


def test_who_forgets_more_has_more_to_do():
    due = [Planned(MONDAY, Memory(4, 40, 250), frozenset({f"{number}"})) for number in range(40)]
    keen, weary = (sum(day.questions for day in forecast(due, MONDAY, 14, Habits(passes=share))) for share in (0.95, 0.5))
    assert keen < weary


def test_who_fails_new_ones_at_first_is_asked_them_once_more():
    days = [forecast(FREE[:10], MONDAY, 4, Habits(Limits(60, 10), passes=1, first=first)) for first in (1, 0)]
    assert [[day.questions for day in some] for some in days] == [[10, 10, 0, 0], [10, 10, 10, 0]]


def test_who_passes_with_more_ease_has_less_to_do():
    due = [Planned(MONDAY, Memory(2, 6, 250), frozenset({f"{number}"})) for number in range(40)]
    easy, hard = (sum(day.questions for day in forecast(due, MONDAY, 240, Habits(grades=share))) for share in ((0, 1, 9), (9, 1, 0)))
    assert easy < hard


def test_who_goes_by_a_goal_is_asked_as_fsrs_has_it():
    first, second, third, *_ = forecast(FREE[:10], MONDAY, 4, Habits(limits=Limits(60, 10), passes=1, goal=90))
    assert [(day.reviews, day.new) for day in (first, second, third)] == [(0, 10), (0, 0), (10, 0)]
    low, high = (sum(day.questions for day in forecast(FREE[:10], MONDAY, 60, Habits(passes=0.9, goal=goal))) for goal in (75, 95))
    assert low < high


@given(objectives=OBJECTIVES, limits=LIMITS, weekdays=st.frozensets(st.integers(0, 6), max_size=6), passes=st.floats(0, 1))
def test_no_day_passes_the_limits_nor_asks_on_a_day_off_and_equal_plans_give_equal_days(objectives, limits, weekdays, passes):
    off = DaysOff(weekdays)
    days = forecast(objectives, MONDAY, 10, Habits(limits=limits, off=off, passes=passes))
    assert [day.day for day in days] == [MONDAY + ahead * DAY for ahead in range(10)]
    assert all(day.questions <= limits.reviews and day.new <= limits.new for day in days)
    assert not [day for day in days if day.day in off and day.questions]
    assert days == forecast(objectives, MONDAY, 10, Habits(limits=limits, off=off, passes=passes))
