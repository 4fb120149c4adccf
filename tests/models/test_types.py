from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from sqlalchemy import Column, Engine, MetaData, Table, insert, select
from sqlalchemy.exc import StatementError

from quizapp.models.engines import WRITING
from quizapp.models.types import Day, Measure, Moment, Wording, Words, YesNo

VALUES = Table(
    "type_values",
    MetaData(),
    Column("moment", Moment),
    Column("day", Day),
    Column("flag", YesNo),
    Column("words", Words),
    Column("wording", Wording),
    Column("measure", Measure),
    sqlite_strict=True,
)


def test_what_was_kept_comes_back_the_same_and_moments_in_utc(engine: Engine) -> None:
    noon_in_kathmandu = datetime(2026, 3, 1, 12, 0, 0, 7, tzinfo=timezone(timedelta(hours=5, minutes=45)))
    kept: dict[str, object] = {
        "moment": noon_in_kathmandu,
        "day": date(2026, 2, 28),
        "flag": True,
        "words": ("spread.kidney/lung", "Ä"),
        "wording": "naïve",
    }
    kept["measure"] = 0.1 + 0.2
    with engine.connect().execution_options(**WRITING) as connection, connection.begin():
        VALUES.create(connection)
        connection.execute(insert(VALUES), [kept, dict.fromkeys(kept)])
        whole, empty = connection.execute(select(VALUES)).all()
    assert whole._asdict() == kept
    assert whole.moment.tzinfo is UTC
    assert empty == (None,) * 6


def test_moments_sort_as_time_does(engine: Engine) -> None:
    start = datetime(2026, 1, 1, tzinfo=UTC)
    moments = [start, start + timedelta(microseconds=1), start + timedelta(seconds=1), start + timedelta(days=400)]
    with engine.connect().execution_options(**WRITING) as connection, connection.begin():
        VALUES.create(connection)
        connection.execute(insert(VALUES), [{"moment": moment} for moment in reversed(moments)])
        assert connection.scalars(select(VALUES.c.moment).order_by(VALUES.c.moment)).all() == moments


@pytest.mark.parametrize("value", [{"wording": "a\0b"}, {"moment": datetime(2026, 1, 1)}])  # noqa: DTZ001
def test_text_with_nul_and_moments_without_a_zone_are_refused_alike(engine: Engine, value: dict[str, object]) -> None:
    with engine.connect().execution_options(**WRITING) as connection, connection.begin():
        VALUES.create(connection)
        with pytest.raises(StatementError, match="cannot be kept"):
            connection.execute(insert(VALUES), value)
