"""Inserting what may be there already: both databases can, each in its own words."""

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite

from quizapp.models.base import Base

Insert = sqlite.Insert | postgresql.Insert


def insert_into(table: type[Base] | Table, dialect: str) -> Insert:
    """An insert that knows `on_conflict_do_nothing` and `on_conflict_do_update`."""
    return sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)


def table(model: type[Base]) -> Table:
    """The table of a model, for those who speak to it without the ORM."""
    found = model.__table__
    assert isinstance(found, Table)
    return found
