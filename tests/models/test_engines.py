import sqlite3
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, func, insert, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from quizapp.models import SignInAttempt
from quizapp.models.engines import WRITING, Busy, keep_safely
from quizapp.models.erasing import clear_log
from quizapp.models.migrations import migrate
from quizapp.models.transactions import begin_writing, changing
from quizapp.models.writers_queue import WritersQueue


@pytest.fixture
def counter(engine: Engine) -> Engine:
    with engine.connect().execution_options(**WRITING) as connection, connection.begin():
        connection.execute(text("CREATE TABLE counter (value INTEGER NOT NULL)"))
        connection.execute(text("INSERT INTO counter VALUES (0)"))
    return engine


def test_whoever_opens_a_transaction_to_read_cannot_change_anything(counter: Engine) -> None:
    with counter.connect() as connection:
        with pytest.raises(DBAPIError, match=r"read-?only"):
            connection.execute(text("UPDATE counter SET value = 1"))
        connection.rollback()
        assert connection.scalar(text("SELECT value FROM counter")) == 0


def test_a_connection_that_read_can_write_when_asked_to(counter: Engine) -> None:
    with Session(counter) as session:
        assert session.scalar(text("SELECT value FROM counter")) == 0
        changing(session, lambda: _add_one(session))
        assert session.scalar(text("SELECT value FROM counter")) == 1


def test_a_transaction_sees_one_moment_also_after_a_migration(empty_engine: Engine) -> None:
    migrate(empty_engine)
    empty_engine.connect().close()  # whatever the pool does when a connection comes back
    with empty_engine.connect() as reading:
        before = reading.scalar(select(func.count()).select_from(SignInAttempt))
        with empty_engine.connect().execution_options(**WRITING) as writing, writing.begin():
            writing.execute(insert(SignInAttempt).values(account_hash=b"-", address_hash=b"-", tried_at=datetime(2026, 3, 2, tzinfo=UTC)))
        assert reading.scalar(select(func.count()).select_from(SignInAttempt)) == before


def test_eight_writers_who_read_change_and_write_lose_no_update(counter: Engine) -> None:
    def write() -> None:
        with Session(counter) as session:
            for _ in range(25):
                changing(session, lambda: _add_one(session))

    threads = [threading.Thread(target=write) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with counter.connect() as connection:
        assert connection.scalar(text("SELECT value FROM counter")) == 200


def test_two_who_add_the_same_row_at_once_both_succeed_where_the_second_would_have_found_it(counter: Engine) -> None:
    together = threading.Barrier(2, timeout=5)

    def add_unless_there(session: Session) -> None:
        begin_writing(session)
        there = session.scalar(text("SELECT count(*) FROM counter WHERE value = 7"))
        if counter.dialect.name == "postgresql" and not met.is_set():
            together.wait()
            met.set()
        if not there:
            session.execute(text("INSERT INTO counter VALUES (7)"))

    def add() -> None:
        with Session(counter) as session:
            changing(session, lambda: add_unless_there(session))
            done.append(True)

    with counter.connect().execution_options(**WRITING) as connection, connection.begin():
        connection.execute(text("CREATE UNIQUE INDEX only_one_of_each ON counter (value)"))
    met, done = threading.Event(), list[bool]()
    threads = [threading.Thread(target=add) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert done == [True, True]
    with counter.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM counter WHERE value = 7")) == 1


def test_a_row_that_was_there_before_fails_a_second_time_too(counter: Engine) -> None:
    def add(session: Session) -> None:
        begin_writing(session)
        session.execute(text("INSERT INTO counter VALUES (0)"))
        tried.append(True)

    with counter.connect().execution_options(**WRITING) as connection, connection.begin():
        connection.execute(text("CREATE UNIQUE INDEX only_one_of_each ON counter (value)"))
    tried = list[bool]()
    with Session(counter) as session, pytest.raises(DBAPIError):
        changing(session, lambda: add(session))
    assert not tried


def test_what_fails_half_way_is_taken_back_whole(counter: Engine) -> None:
    def break_off(session: Session) -> None:
        _add_one(session)
        raise RuntimeError("The power went.")

    with Session(counter) as session:
        with pytest.raises(RuntimeError):
            changing(session, lambda: break_off(session))
        assert session.scalar(text("SELECT value FROM counter")) == 0
        changing(session, lambda: _add_one(session))  # and the queue is free again


@pytest.mark.faults
def test_whoever_waits_too_long_for_what_another_holds_is_told_that_it_is_busy(database_url: str, counter: Engine) -> None:
    impatient = create_engine(database_url)
    keep_safely(impatient, 0.3)
    with Session(counter) as first, Session(impatient) as second:
        _add_one(first)
        with pytest.raises(Busy):
            changing(second, lambda: _add_one(second))
        first.commit()
        changing(second, lambda: _add_one(second))
        assert second.scalar(text("SELECT value FROM counter")) == 2
    impatient.dispose()


@pytest.mark.faults
def test_a_change_that_is_worth_no_long_wait_gives_up_soon_and_the_next_one_waits_as_ever(counter: Engine) -> None:
    def hurried(session: Session) -> None:
        begin_writing(session, 0.1)
        session.execute(text("UPDATE counter SET value = value + 10"))

    release = threading.Event()

    def hold() -> None:
        with Session(counter) as session:
            _add_one(session)
            holding.set()
            release.wait(20)
            session.commit()

    holding, holder = threading.Event(), threading.Thread(target=hold)
    holder.start()
    assert holding.wait(20)
    with Session(counter) as second:
        with pytest.raises(Busy):
            changing(second, lambda: hurried(second))
        threading.Timer(0.3, release.set).start()
        changing(second, lambda: _add_one(second))
        holder.join()
        assert second.scalar(text("SELECT value FROM counter")) == 2


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "quizapp.sqlite3"
    engine = _engine(path)
    with engine.connect().execution_options(**WRITING) as connection, connection.begin():
        connection.execute(text("CREATE TABLE counter (value INTEGER NOT NULL)"))
    engine.dispose()
    return path


def test_sqlite_is_opened_so_that_a_power_cut_takes_nothing_and_keys_are_checked(file: Path) -> None:
    engine = _engine(file)
    with engine.connect() as connection:
        found = [connection.scalar(text(f"PRAGMA {name}")) for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")]
    engine.dispose()
    assert found == ["wal", 2, 1, 2_000]


def test_nothing_of_what_was_erased_stays_in_the_files(file: Path) -> None:
    engine = _engine(file)
    with engine.connect().execution_options(**WRITING) as connection, connection.begin():
        connection.execute(text("CREATE TABLE notes (words TEXT)"))
        connection.execute(text("INSERT INTO notes VALUES (:words), ('kept')"), {"words": "not for others " * 2000})
    with engine.connect().execution_options(**WRITING) as connection, connection.begin():
        connection.execute(text("DELETE FROM notes WHERE words <> 'kept'"))
    clear_log(engine)
    assert not any(b"not for others" in path.read_bytes() for path in file.parent.iterdir())
    with Session(engine) as session:
        changing(session, lambda: _insert(session))  # and all goes on
        assert session.scalar(text("PRAGMA busy_timeout")) == 2_000
    engine.dispose()


@pytest.mark.faults
def test_a_writer_waits_for_a_foreign_program_that_holds_the_lock_for_a_moment(file: Path) -> None:
    engine = _engine(file)
    foreign = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    foreign.execute("BEGIN IMMEDIATE")
    release = threading.Timer(0.5, lambda: foreign.execute("COMMIT"))
    release.start()
    began = time.monotonic()
    with Session(engine) as session:
        changing(session, lambda: _insert(session))
    assert time.monotonic() - began >= 0.4
    release.join()
    foreign.close()
    engine.dispose()


@pytest.mark.faults
def test_a_writer_gives_up_at_the_deadline_and_can_write_when_the_lock_is_free(file: Path) -> None:
    engine = _engine(file, patience=0.3)
    foreign = sqlite3.connect(file, isolation_level=None)
    foreign.execute("BEGIN IMMEDIATE")
    with Session(engine) as session:
        with pytest.raises(Busy):
            changing(session, lambda: _insert(session))
        foreign.execute("COMMIT")
        changing(session, lambda: _insert(session))
        assert session.scalar(text("SELECT count(*) FROM counter")) == 1
    foreign.close()
    engine.dispose()


@pytest.mark.faults
@pytest.mark.skipif(sys.platform == "win32", reason="There is no flock.")
def test_whoever_was_kept_waiting_by_a_foreign_program_waits_shortly_until_it_is_gone(file: Path) -> None:
    engine = _engine(file)
    foreign = sqlite3.connect(file, isolation_level=None)
    foreign.execute("BEGIN IMMEDIATE")
    with Session(engine) as session:
        assert 1.8 < _waits_in_vain(session) < 4  # far less than for our own queue
        assert _waits_in_vain(session) < 1
        foreign.execute("COMMIT")
        changing(session, lambda: _insert(session))
        foreign.execute("BEGIN IMMEDIATE")
        assert _waits_in_vain(session) > 1.8
    foreign.close()
    engine.dispose()


def _waits_in_vain(session: Session) -> float:
    """The seconds until a writer gives up."""
    began = time.monotonic()
    with pytest.raises(Busy):
        changing(session, lambda: _insert(session))
    return time.monotonic() - began


@pytest.mark.faults
@pytest.mark.skipif(sys.platform == "win32", reason="There is no flock.")
def test_one_deadline_covers_the_queue_too(file: Path) -> None:
    engine = _engine(file, patience=0.3)
    first = WritersQueue(f"{file}-writers")
    assert first.enter(0)
    with Session(engine) as session:
        with pytest.raises(Busy):
            changing(session, lambda: _insert(session))
        first.leave()
        changing(session, lambda: _insert(session))
    engine.dispose()


def test_processes_that_open_a_new_file_together_all_get_in(tmp_path: Path) -> None:
    file = tmp_path / "new.sqlite3"
    openers = [subprocess.Popen([sys.executable, "-c", _OPENER, str(file), str(time.time() // 1 + 2)]) for _ in range(4)]
    assert [opener.wait() for opener in openers] == [0] * 4


@pytest.mark.skipif(sys.platform == "win32", reason="There is no flock.")
def test_writers_are_served_evenly_across_processes(file: Path) -> None:
    writers = [subprocess.Popen([sys.executable, "-c", _WRITER, str(file)], stdout=subprocess.PIPE, text=True) for _ in range(4)]
    counts = [int(writer.communicate()[0]) for writer in writers]
    assert min(counts) * 10 > max(counts) > 0, counts  # without the queue it is one to a thousand


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="Open files cannot be seen here.")
def test_the_lock_file_of_a_waiter_who_gave_up_is_closed(tmp_path: Path) -> None:
    path = str(tmp_path / "queue")
    first, second, third = WritersQueue(path), WritersQueue(path), WritersQueue(path)
    assert first.enter(0)
    assert not second.enter(0.05)
    first.leave()
    assert third.enter(1)
    third.leave()
    time.sleep(0.05)
    assert path not in _open_files()


_OPENER = """
import sys, time
from sqlalchemy import create_engine
from quizapp.models.engines import keep_safely
engine = create_engine("sqlite:///" + sys.argv[1])
keep_safely(engine)
time.sleep(max(0, float(sys.argv[2]) - time.time()))
engine.connect().close()
"""

_WRITER = """
import sys, time
from sqlalchemy import create_engine, text
from quizapp.models.engines import WRITING, keep_safely
engine = create_engine("sqlite:///" + sys.argv[1])
keep_safely(engine)
count, start = 0, time.time() // 1 + 2
time.sleep(max(0, start - time.time()))
while time.time() < start + 1.5:
    with engine.connect().execution_options(**WRITING) as connection, connection.begin():
        connection.execute(text("INSERT INTO counter VALUES (1)"))
    count += 1
print(count)
"""


def _open_files() -> list[str]:
    return [str(link.readlink()) for link in Path("/proc/self/fd").iterdir() if link.is_symlink()]


def _engine(file: Path, patience: float = 10.0) -> Engine:
    engine = create_engine(f"sqlite:///{file}")
    keep_safely(engine, patience)
    return engine


def _add_one(session: Session) -> None:
    begin_writing(session)
    value = session.scalar(text("SELECT value FROM counter"))
    session.execute(text("UPDATE counter SET value = :value"), {"value": value + 1})


def _insert(session: Session) -> None:
    begin_writing(session)
    session.execute(text("INSERT INTO counter VALUES (1)"))
