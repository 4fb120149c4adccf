from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from quizapp.scheduling.days_off import NONE_OFF, DaysOff, bits_of, weekdays_in
from tests.scheduling.histories import DAY, MONDAY

SUNDAY = MONDAY + 6 * DAY


def test_a_weekday_is_off_every_week_and_a_holiday_from_its_first_day_to_its_last():
    off = DaysOff(frozenset({6}), ((MONDAY + DAY, MONDAY + 3 * DAY),))
    found = [day for day in range(14) if MONDAY + day * DAY in off]
    assert found == [1, 2, 3, 6, 13]


def test_nothing_is_off_unless_it_was_set():
    assert SUNDAY not in NONE_OFF
    assert date.max not in NONE_OFF


@given(st.frozensets(st.integers(0, 6)))
def test_weekdays_are_kept_as_a_number_and_read_from_it(weekdays):
    assert weekdays_in(bits_of(weekdays)) == weekdays
