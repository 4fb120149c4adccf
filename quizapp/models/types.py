"""How each kind of value is kept: four storage classes on SQLite, whose tables are STRICT, and the native types on PostgreSQL."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import REAL, Boolean, Date, DateTime, Dialect, Double, Integer, Text, TypeDecorator
from sqlalchemy.types import TypeEngine


class Wording(TypeDecorator[str]):
    """Text without NUL, which PostgreSQL refuses and SQLite would take."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        if value is not None and "\0" in value:
            raise ValueError("Text with a NUL byte cannot be kept.")
        return value


class Words(TypeDecorator[tuple[str, ...]]):
    """A row of words, kept as JSON text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str | None:
        return None if value is None else json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...] | None:
        return None if value is None else tuple(json.loads(value))


class Moment(TypeDecorator[datetime]):
    """An aware moment in UTC. As text all its parts have a fixed width, so that it sorts as time does."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return _text_on_sqlite(dialect, DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("A moment without a time zone cannot be kept.")
        moment = value.astimezone(UTC)
        return moment.isoformat(timespec="microseconds") if dialect.name == "sqlite" else moment

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], datetime | None]:
        return _moment_of_text if dialect.name == "sqlite" else _moment_in_utc


class Day(TypeDecorator[date]):
    """A calendar day."""

    impl = Date
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return _text_on_sqlite(dialect, Date())

    def process_bind_param(self, value: date | None, dialect: Dialect) -> Any:
        return value if value is None or dialect.name != "sqlite" else value.isoformat()

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], date | None] | None:
        """One call for each day: a course's page reads twenty thousand. PostgreSQL's driver gives days already."""
        return _day_of_text if dialect.name == "sqlite" else None


class Measure(TypeDecorator[float]):
    """A number with a fraction, as exact as a float."""

    impl = Double
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(REAL() if dialect.name == "sqlite" else Double())

    def result_processor(self, dialect: Dialect, coltype: object) -> None:
        """Both drivers give a float, and SQLAlchemy's own way would have to know by which of PostgreSQL's types."""


class YesNo(TypeDecorator[bool]):
    """Yes or no."""

    impl = Boolean
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(Integer() if dialect.name == "sqlite" else Boolean())

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> Any:
        return value if value is None or dialect.name != "sqlite" else int(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> bool | None:
        return None if value is None else bool(value)


def _moment_of_text(value: str | None) -> datetime | None:
    return None if value is None else datetime.fromisoformat(value)


def _moment_in_utc(value: datetime | None) -> datetime | None:
    return None if value is None else value.astimezone(UTC)


def _day_of_text(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)


def _text_on_sqlite(dialect: Dialect, elsewhere: TypeEngine[Any]) -> TypeEngine[Any]:
    return dialect.type_descriptor(Text() if dialect.name == "sqlite" else elsewhere)
