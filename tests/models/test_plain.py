"""What is changed on a plain connection is kept, or not, as it is in a session."""

from collections.abc import Iterator

import pytest
from sqlalchemy import create_engine, text

from quizapp.models.engines import WRITING, Busy, keep_safely
from quizapp.models.plain import Plain
from quizapp.models.transactions import begin_writing, changing

READ = text("SELECT value FROM counter")


@pytest.fixture
def door(database_url: str) -> Iterator[Plain]:
    engine = create_engine(database_url)
    keep_safely(engine, 0.2)
    with engine.connect().execution_options(**WRITING) as connection, connection.begin():
        connection.execute(text("CREATE TABLE counter (value INTEGER NOT NULL)"))
        connection.execute(text("INSERT INTO counter VALUES (0)"))
    yield (door := Plain(engine))
    door.rollback()
    engine.dispose()


def add_one(door: Plain) -> None:
    begin_writing(door)
    door.execute(text("UPDATE counter SET value = value + 1"))


def test_a_change_that_went_well_is_kept_and_the_connection_given_back(door: Plain) -> None:
    changing(door, lambda: add_one(door))
    assert not door.in_transaction()
    assert door.scalar(READ) == 1


def test_a_change_that_failed_leaves_nothing_and_keeps_nobody_waiting(door: Plain) -> None:
    def break_off() -> None:
        add_one(door)
        raise RuntimeError("The power went.")

    with pytest.raises(RuntimeError):
        changing(door, break_off)
    assert door.scalar(READ) == 0
    changing(door, lambda: add_one(door))
    assert door.scalar(READ) == 1


def test_whoever_has_read_before_reads_again_when_it_is_their_turn_to_write(door: Plain) -> None:
    other = Plain(door.get_bind())
    assert door.scalar(READ) == 0
    changing(other, lambda: add_one(other))
    changing(door, lambda: add_one(door))
    assert door.scalar(READ) == 2


def test_whoever_got_no_turn_holds_no_connection(door: Plain) -> None:
    other = Plain(door.get_bind())
    add_one(other)
    with pytest.raises(Busy):
        changing(door, lambda: add_one(door))
    assert not door.in_transaction()
    other.commit()
    changing(door, lambda: add_one(door))
    assert door.scalar(READ) == 2
