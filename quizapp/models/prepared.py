"""Statements that SQLAlchemy compiles once and the driver runs, for the one path that has to be fast.

To hand over a statement and name the columns of its rows takes SQLAlchemy several times as long as the database takes to do it.
"""

from collections import namedtuple
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import CompoundSelect, Connection, Dialect, Executable, Select
from sqlalchemy.types import TypeEngine

from quizapp.models.engines import fault

Values = Mapping[str, Any]


class Prepared:
    """A statement of one dialect; `names` are the columns of an insert."""

    def __init__(self, statement: Executable, dialect: Dialect, names: Sequence[str] | None = None) -> None:
        compiled: Any = statement.compile(dialect=dialect, column_keys=names)  # type: ignore[attr-defined]
        self.text = str(compiled)
        self._dialect = dialect
        self._fixed = {name: value for name, value in compiled.params.items() if value is not None}
        into = {name: _own(bind.type, dialect).bind_processor(dialect) for name, bind in compiled.binds.items()}
        self._by_place = [(name, into[name]) for name in compiled.positiontup] if compiled.positional else None
        self._into = [(name, convert) for name, convert in into.items() if convert]

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
        if self._by_place is None:
            return kept | {name: into(kept[name]) for name, into in self._into}
        return [into(kept[name]) if into else kept[name] for name, into in self._by_place]


class PreparedSelect(Prepared):
    """A SELECT, whose rows have the names of its columns."""

    def __init__(self, statement: Select[Any] | CompoundSelect[Any], dialect: Dialect) -> None:
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
        return None if found is None else self._made(found)

    def all(self, connection: Connection, values: Values) -> list[Any]:
        """All rows that are found."""
        return [self._made(found) for found in self.run(connection, values).fetchall()]

    def _made(self, found: Sequence[Any]) -> Any:
        row = list(found)
        for place, out_of in self._from:
            row[place] = out_of(row[place])
        return self._row._make(row)


def _own(type: TypeEngine[Any], dialect: Dialect) -> TypeEngine[Any]:
    return type.dialect_impl(dialect)
