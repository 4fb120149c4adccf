from datetime import date

from quizapp.scheduling.comeback import AWAY, came_back
from tests.scheduling.histories import DAY, MONDAY

WEEK = range(5)  # Monday to Friday


def days(*ago: int) -> list[date]:
    return [MONDAY - one * DAY for one in ago]


def test_who_was_away_for_five_days_comes_back_today():
    assert came_back(days(AWAY + 1, AWAY + 2), MONDAY) == MONDAY
    assert came_back(days(AWAY, AWAY + 1), MONDAY) is None


def test_a_comeback_is_remembered_on_the_days_after_it():
    assert came_back(days(0, 1, 2, 30, 31), MONDAY) == MONDAY - 2 * DAY


def test_of_two_gaps_the_last_counts():
    assert came_back(days(1, 20, 40), MONDAY) == MONDAY - DAY


def test_who_never_answered_or_always_does_comes_back_from_nowhere():
    assert came_back([], MONDAY) is None
    assert came_back(days(*range(60)), MONDAY) is None


def test_who_studies_on_weekends_alone_was_not_away_in_the_week():
    saturday = MONDAY + 5 * DAY
    assert came_back([saturday - 6 * DAY, saturday - 7 * DAY], saturday, WEEK) is None
    assert came_back([saturday - 6 * DAY, saturday - 7 * DAY], saturday) == saturday


def test_who_misses_many_of_the_few_days_or_three_weeks_has_been_away_all_the_same():
    saturday = MONDAY + 5 * DAY
    assert came_back([saturday - 21 * DAY], saturday, WEEK) == saturday  # two weekends and a Sunday
    assert came_back([saturday - 14 * DAY], saturday, WEEK) is None
    assert came_back([saturday - 22 * DAY], saturday, range(6)) == saturday


def test_weekdays_are_told_apart_as_dates_tell_them():
    for weekday in range(7):
        later = MONDAY + 6 * DAY
        missed = [MONDAY + ahead * DAY for ahead in range(6) if ahead != weekday]
        assert (came_back([MONDAY - DAY], later, [weekday]) == later) == (len(missed) >= AWAY)
