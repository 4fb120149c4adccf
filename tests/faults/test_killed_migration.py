"""A migration that is killed half-way: nothing of it stays, and the next start finishes what it began."""

import subprocess
import sys
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, inspect

from quizapp.models.migrations import is_current, migrate

MIGRATES_AND_STOPS = """
import sys, time
from sqlalchemy import create_engine, event
from quizapp.models.engines import keep_safely
from quizapp.models.migrations import migrate

engine = create_engine(sys.argv[1])
keep_safely(engine)
made = 0

@event.listens_for(engine, "after_cursor_execute")
def stop(connection, cursor, statement, *rest):
    global made
    made += statement.lstrip().startswith("CREATE TABLE")
    if made == int(sys.argv[2]):
        print("half-way", flush=True)
        time.sleep(600)

migrate(engine)
"""


@pytest.fixture
def half_way(database_url: str) -> Iterator[subprocess.Popen[str]]:
    """A process that has made some of the tables and goes no further."""
    command = [sys.executable, "-c", MIGRATES_AND_STOPS, database_url, "4"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "half-way\n"
        yield process
        process.kill()


@pytest.mark.faults
def test_a_migration_that_is_killed_half_way_leaves_nothing_and_the_next_start_makes_it_whole(
    half_way: subprocess.Popen[str], empty_engine: Engine
) -> None:
    half_way.kill()
    half_way.wait()
    assert set(inspect(empty_engine).get_table_names()) <= {"alembic_version"}
    migrate(empty_engine)
    assert is_current(empty_engine)
