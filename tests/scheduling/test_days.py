"""The study day, in every zone there is and at every change of the clocks for ten years."""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.scheduling.days import Moved, effective_day, study_day, zone_in_force

FIRST, LAST = datetime(2024, 1, 1, tzinfo=UTC), datetime(2035, 1, 1, tzinfo=UTC)
SECOND, HOUR, DAY = timedelta(seconds=1), timedelta(hours=1), timedelta(days=1)
ZONES = sorted(available_timezones())


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@cache
def changes(zone: str) -> tuple[datetime, ...]:
    """The moments at which the offset of a zone changes, to the second (two changes within five days would hide each other)."""
    clock, found, before = ZoneInfo(zone), [], FIRST
    while before < LAST:
        after = before + 5 * DAY
        if before.astimezone(clock).utcoffset() != after.astimezone(clock).utcoffset():
            found.append(_change_between(before, after, clock))
        before = after
    return tuple(found)


def _change_between(before: datetime, after: datetime, clock: ZoneInfo) -> datetime:
    old = before.astimezone(clock).utcoffset()
    while after - before > SECOND:
        middle = before + (after - before) // 2
        middle -= timedelta(microseconds=middle.microsecond)
        before, after = (middle, after) if middle.astimezone(clock).utcoffset() == old else (before, middle)
    return after


def test_a_study_day_ends_at_four_in_the_morning():
    assert study_day(at("2026-03-10 02:59:59"), "Europe/Berlin") == date(2026, 3, 9)
    assert study_day(at("2026-03-10 03:00:00"), "Europe/Berlin") == date(2026, 3, 10)
    assert study_day(at("2026-03-10 03:00:00"), "UTC") == date(2026, 3, 9)


def test_a_naive_moment_and_an_unknown_zone_are_refused():
    with pytest.raises(ValueError, match="naive"):
        study_day(datetime(2026, 3, 10), "UTC")  # noqa: DTZ001
    with pytest.raises(ZoneInfoNotFoundError):
        study_day(FIRST, "Europe/Atlantis")


def test_the_search_finds_the_changes_of_the_clocks():
    assert changes("UTC") == ()
    assert changes("Europe/Berlin")[:2] == (at("2024-03-31 01:00"), at("2024-10-27 01:00"))
    assert len(changes("America/New_York")) == 22
    assert sum(len(changes(zone)) for zone in ZONES) > 2_000


def test_no_study_day_skips_or_comes_back_when_the_clocks_change():
    for zone in ZONES:
        for change in changes(zone):
            moments = sorted(
                [change + step * HOUR / 2 for step in range(-60, 61)] + [change - SECOND / 1000, change - SECOND, change + SECOND]
            )
            days = [study_day(moment, zone) for moment in moments]
            steps = {after - before for before, after in pairwise(days)}
            assert steps == {timedelta(0), DAY}, (zone, change)


def test_a_country_that_moves_the_date_line_loses_a_study_day():
    before, after = at("2011-12-30 09:59:59"), at("2011-12-30 15:00:00")
    assert study_day(before, "Pacific/Apia") == date(2011, 12, 29)
    assert study_day(after, "Pacific/Apia") == date(2011, 12, 31)


def test_a_new_zone_counts_from_the_next_study_day_on():
    moved = Moved("America/New_York", at("2026-06-02 00:00"))  # the evening of 1 June there
    east = [effective_day(moment, "Asia/Tokyo", date(2026, 6, 1), moved) for moment in (moved.at, at("2026-06-02 07:59"))]
    assert east == [date(2026, 6, 1)] * 2
    assert study_day(at("2026-06-02 07:59"), "Asia/Tokyo") == date(2026, 6, 2)
    assert effective_day(at("2026-06-02 08:00"), "Asia/Tokyo", date(2026, 6, 1), moved) == date(2026, 6, 2)
    assert effective_day(at("2026-06-02 19:00"), "Asia/Tokyo", date(2026, 6, 2), moved) == date(2026, 6, 3)


def test_the_old_zone_is_in_force_until_the_study_day_of_the_move_is_over():
    moved = Moved("America/New_York", at("2026-06-02 00:00"))
    assert zone_in_force(at("2026-06-02 07:59"), "Asia/Tokyo", moved) == "America/New_York"
    assert zone_in_force(at("2026-06-02 08:00"), "Asia/Tokyo", moved) == "Asia/Tokyo"
    assert zone_in_force(FIRST, "Asia/Tokyo") == "Asia/Tokyo"


def test_no_study_day_comes_back_for_who_flies_west():
    moved = Moved("Pacific/Auckland", at("2026-06-02 00:00"))  # noon of 2 June there, afternoon of 1 June in Honolulu
    logged = date(2026, 6, 2)
    assert effective_day(at("2026-06-02 16:00"), "Pacific/Honolulu", logged, moved) == logged
    assert study_day(at("2026-06-02 16:00"), "Pacific/Honolulu") == date(2026, 6, 2)
    assert effective_day(at("2026-06-02 13:00"), "Pacific/Honolulu", date(2026, 6, 5)) == date(2026, 6, 5)


def test_who_has_never_moved_nor_answered_has_the_study_day_of_the_zone():
    assert effective_day(FIRST, "Asia/Tokyo") == study_day(FIRST, "Asia/Tokyo")


@given(
    st.sampled_from(["Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/London", "America/St_Johns", "Asia/Kathmandu", "Pacific/Chatham"]),
    st.sampled_from(["Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/London", "America/St_Johns", "Asia/Kathmandu", "Pacific/Chatham"]),
    st.datetimes(datetime(2024, 1, 1), datetime(2034, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
)
def test_the_logged_day_of_a_traveller_never_goes_back_and_loses_one_at_most(home, away, moment):
    day, moved = study_day(moment, home), Moved(home, moment)
    for hours in range(73):
        after = effective_day(moment + hours * HOUR, away, day, moved)
        assert day <= after <= day + 2 * DAY
        day = after
    assert day == study_day(moment + 72 * HOUR, away)
