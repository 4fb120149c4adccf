"""As much of a session as plain statements need: what objects cost a session is saved where an answer has to be fast."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Engine, Executable, Result


class Plain:
    """A connection that is taken when it is first asked for, begun as it is asked for, and given back when its transaction ends."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._taken: Connection | None = None

    def get_bind(self) -> Engine:
        """Where connections come from."""
        return self._engine

    def in_transaction(self) -> bool:
        """Whether one is taken."""
        return self._taken is not None

    def connection(self, execution_options: Mapping[str, Any] | None = None) -> Connection:
        """The connection; `execution_options` say how its transaction begins."""
        if self._taken is None:
            taken = self._engine.connect()
            try:
                taken.execution_options(**execution_options or {}).begin()
            except BaseException:
                taken.close()
                raise
            self._taken = taken
        return self._taken

    def execute(self, statement: Executable) -> Result[Any]:
        """The rows of a statement."""
        return self.connection().execute(statement)

    def scalar(self, statement: Executable) -> Any:
        """The first column of the first row; None if there is none."""
        return self.connection().scalar(statement)

    def commit(self) -> None:
        """Keep what was changed."""
        if self._taken:
            try:
                self._taken.commit()
            finally:
                self._give_back()

    def rollback(self) -> None:
        """Keep nothing."""
        if self._taken:
            self._give_back()

    def _give_back(self) -> None:
        taken, self._taken = self._taken, None
        assert taken
        taken.close()
