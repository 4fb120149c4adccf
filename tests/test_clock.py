from datetime import UTC, datetime, timedelta

import pytest

from quizapp.clock import now, told_by

NOON = datetime(2026, 3, 29, 12, tzinfo=UTC)


def test_now_is_aware_and_in_utc() -> None:
    assert now().tzinfo is UTC
    assert abs(now() - datetime.now(UTC)) < timedelta(minutes=1)


def test_a_standing_clock_stands_until_it_is_put_away() -> None:
    with told_by(lambda: NOON):
        assert now() == now() == NOON
    assert now() != NOON


def test_a_standing_clock_is_put_away_after_a_mistake_too() -> None:
    with pytest.raises(ZeroDivisionError), told_by(lambda: NOON):
        1 / 0  # noqa: B018
    assert now() != NOON
