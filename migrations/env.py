"""Runs the migrations in one transaction: all of them, or none."""

from typing import Any, Literal

from alembic import context
from sqlalchemy import Connection, Engine, text

from quizapp.models import Base
from quizapp.models.engines import WRITING

ONE_AT_A_TIME = 5_171_013  # any number, the same for everybody who migrates


def engine() -> Engine:
    """The engine handed over by the program, or that of the app for which Flask-Migrate runs."""
    given: Engine | None = context.config.attributes.get("engine")
    if given is not None:
        return given
    from flask import current_app

    app_engine: Engine = current_app.extensions["migrate"].db.engine
    return app_engine


def migrate(connection: Connection) -> None:
    """Run what is to be run, under the lock of those who migrate."""
    context.configure(connection, target_metadata=Base.metadata, transactional_ddl=True, render_as_batch=True, render_item=rendered)
    with context.begin_transaction():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": ONE_AT_A_TIME})
        context.run_migrations()
        if connection.dialect.name == "sqlite":
            refuse_orphans(connection)


def refuse_orphans(connection: Connection) -> None:
    """Take all back when a row points to nothing, since foreign keys were off."""
    orphans = connection.execute(text("PRAGMA foreign_key_check")).all()
    if orphans:
        raise RuntimeError(f"The migration would leave {len(orphans)} rows that point to nothing, the first in {orphans[0][0]}.")


def rendered(kind: str, item: Any, autogen_context: Any) -> str | Literal[False]:
    """How our own types are written in a new migration."""
    return f"types.{type(item).__name__}()" if kind == "type" and type(item).__module__ == "quizapp.models.types" else False


def run() -> None:
    """Migrate with foreign keys off, or a changed table would cascade: SQLite can switch them only outside a transaction."""
    with engine().connect().execution_options(**WRITING) as connection:
        raw: Any = connection.connection.dbapi_connection
        if connection.dialect.name != "sqlite":
            from psycopg import IsolationLevel

            connection.detach()  # and is closed in the end: SQLAlchemy's own option would make the next in its place read committed too
            raw.isolation_level = IsolationLevel.READ_COMMITTED
            migrate(connection)
            return
        raw.execute("PRAGMA foreign_keys=OFF")
        try:
            migrate(connection)
        finally:
            raw.execute("PRAGMA foreign_keys=ON")


run()
