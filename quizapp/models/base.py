"""The plain base of every table: its types, how its constraints are named, and the few sentences that several tables share."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import LargeBinary, MetaData
from sqlalchemy.orm import DeclarativeBase

from quizapp.models.types import Day, Measure, Moment, Wording, Words, YesNo

NAMES = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
}


class Base(DeclarativeBase):
    """What all tables have in common."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Wording,
        bytes: LargeBinary,
        bool: YesNo,
        float: Measure,
        date: Day,
        datetime: Moment,
        tuple[str, ...]: Words,
    }


def kept(*constraints: Any, by_key: bool = False, passing: bool = False) -> tuple[Any, ...]:
    """The arguments of a table: its constraints, STRICT on SQLite, laid out by its key where asked, and whether what it holds passes."""
    return (*constraints, {"sqlite_strict": True, "sqlite_with_rowid": not by_key, "info": {"passing": passing}})


def passes(table: str) -> bool:
    """Whether what a table holds passes by itself, so that no backup keeps it: a session that ended must not come back."""
    return table in Base.metadata.tables and bool(Base.metadata.tables[table].info["passing"])


def one_of(column: str, values: Iterable[str | int]) -> str:
    """The condition that a column holds one of these values."""
    return f"{column} IN ({', '.join(repr(value) for value in values)})"
