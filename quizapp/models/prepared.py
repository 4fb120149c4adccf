"""Statements that SQLAlchemy compiles once and the driver runs, for the one path that has to be fast.

To hand over a statement and name the columns of its rows takes SQLAlchemy several times as long as the database takes to do it.
"""

from collections import namedtuple
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Dialect, Executable, Select
from sqlalchemy.types import TypeEngine

from quizapp.models.engines import fault

Values = Mapping[str, Any]


class Prepared:
    """A statement of one dialect; `names` are the columns of an insert."""

    def __init__(self, statement: Executable, dialect: Dialect, names: Sequence[str] | None = None) -> None:
        compiled: Any = statement.compile(dialect=dialect, column_keys=names)  # type: ignore[attr-defined]
        self.text = str(compiled)
        self._dialect = dialect
        self._order: Sequence[str] | None = compiled.positiontup if compiled.positional else None
        self._fixed = {name: value for name, value in compiled.params.items() if value is not None}
        self._into = {name: into for name, bind in compiled.binds.items() if (into := _own(bind.type, dialect).bind_processor(dialect))}

    def run(self, connection: Connection, values: Values) -> Any:
        """Let the driver run it; its cursor."""
        cursor = connection.connection.cursor()
        try:
            cursor.execute(self.text, self._parameters(values))
        except self._dialect.loaded_dbapi.Error as error:
            raise fault(self._dialect, self.text, error) from error
        return cursor

    def _parameters(self, values: Values) -> Any:
        kept = {**self._fixed, **values}
        for name, into in self._into.items():
            kept[name] = into(kept[name])
        return kept if self._order is None else [kept[name] for name in self._order]


class PreparedSelect(Prepared):
    """A SELECT, whose rows have the names of its columns."""

    def __init__(self, statement: Select[Any], dialect: Dialect) -> None:
        super().__init__(statement, dialect)
        columns = statement.selected_columns
        self._row: Any = namedtuple("Found", columns.keys())  # type: ignore[misc]
        self._from = [
            (place, out_of)
            for place, column in enumerate(columns)
            if (out_of := _own(column.type, dialect).result_processor(dialect, None))
        ]

    def first(self, connection: Connection, values: Values) -> Any:
        """The row that is found first; None if there is none."""
        found = self.run(connection, values).fetchone()
        if found is None:
            return None
        row = list(found)
        for place, out_of in self._from:
            row[place] = out_of(row[place])
        return self._row._make(row)


def _own(type: TypeEngine[Any], dialect: Dialect) -> TypeEngine[Any]:
    return type.dialect_impl(dialect)
