import gzip
import sqlite3
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from time import sleep

import pytest
from sqlalchemy import Engine, create_engine, func, select, text
from sqlalchemy.orm import Session

from questions.bank import shipped_banks
from questions.readers.toml_files import read_bank
from quizapp.models import Card, Login, Person, Review
from quizapp.models.backups import NothingThere, Origin, back_up, put_back, unpacked
from quizapp.models.engines import WRITING, keep_safely
from quizapp.models.migrations import migrate
from quizapp.models.packing import Broken
from quizapp.queries.cards import state_of
from quizapp.queries.reviews import answered, reviews_of_card
from quizapp.scheduling.cards import fold
from quizapp.usecases.next_question import next_question
from tests.learner import MONDAY_NOON, signs_up, studies
from tests.people_who_learned import learn, queues, rows


@pytest.fixture
def filled(empty_engine: Engine) -> Engine:
    """The database of three people who learned for two days."""
    migrate(empty_engine)
    with Session(empty_engine, expire_on_commit=False) as session:
        learn(session)
    return empty_engine


@pytest.fixture
def elsewhere(another_database_url: str) -> Iterator[Engine]:
    """A new database, of either kind."""
    engine = create_engine(another_database_url)
    keep_safely(engine)
    yield engine
    engine.dispose()


def restore(file: Path, engine: Engine) -> bool:
    aside = file.with_name("aside.quizapp")
    with unpacked(file, aside) as (copy, _):
        return put_back(copy, engine, aside, MONDAY_NOON)


def test_a_backup_restored_elsewhere_gives_every_learner_the_same_queue(filled: Engine, elsewhere: Engine, tmp_path: Path) -> None:
    file = tmp_path / "monday.quizapp"
    origin = back_up(filled, file, MONDAY_NOON)
    assert origin.database == filled.dialect.name
    assert restore(file, elsewhere) is False
    assert rows(elsewhere) == rows(filled)
    assert queues(elsewhere) == queues(filled)
    assert len(queues(elsewhere)) == 3


def test_a_backup_made_while_somebody_answers_holds_a_moment_and_stops_nobody(filled: Engine, elsewhere: Engine, tmp_path: Path) -> None:
    file, stop = tmp_path / "busy.quizapp", threading.Event()
    with ThreadPoolExecutor(1) as threads:
        answering = threads.submit(_goes_on_answering, filled, stop)
        at_least = _wait_for_more(filled, answering)
        back_up(filled, file, MONDAY_NOON)
        at_most = _reviews(filled)
        _wait_for_more(filled, answering)
        stop.set()
    answering.result()
    restore(file, elsewhere)
    assert at_least <= _reviews(elsewhere) <= at_most < _reviews(filled)
    assert not _cards_that_are_not_their_log(elsewhere)


def test_what_was_there_before_is_kept_and_can_be_put_back(filled: Engine, tmp_path: Path) -> None:
    file = tmp_path / "monday.quizapp"
    back_up(filled, file, MONDAY_NOON)
    with Session(filled, expire_on_commit=False) as session:
        newcomer = signs_up(session, "newcomer")
    later = rows(filled)
    assert restore(file, filled) is True
    assert rows(filled) != later
    aside = tmp_path / "aside.quizapp"
    assert restore(aside.rename(tmp_path / "before.quizapp"), filled) is True
    assert rows(filled) == later
    with Session(filled, expire_on_commit=False) as session:
        assert signs_up(session, "the.next.one").id == newcomer.id + 1


def test_a_connection_that_is_open_sees_what_was_restored(filled: Engine, tmp_path: Path) -> None:
    file = tmp_path / "monday.quizapp"
    with filled.connect() as open_before:
        back_up(filled, file, MONDAY_NOON)
        open_before.rollback()
        with Session(filled, expire_on_commit=False) as session:
            signs_up(session, "newcomer")
        assert open_before.scalar(select(func.count()).select_from(Person)) == 4
        open_before.rollback()
        restore(file, filled)
        assert open_before.scalar(select(func.count()).select_from(Person)) == 3


def test_nobody_is_signed_in_by_a_backup(filled: Engine, tmp_path: Path) -> None:
    file = tmp_path / "monday.quizapp"
    back_up(filled, file, MONDAY_NOON)
    with filled.connect() as connection:
        hashes = connection.scalars(select(Login.token_hash)).all()
    plain = gzip.decompress(file.read_bytes())
    assert hashes
    assert not [one for one in hashes if one in plain]
    restore(file, filled)
    with filled.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(Login)) == 0


def test_a_backup_is_for_its_owner_alone_and_leaves_nothing_beside_it(filled: Engine, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    back_up(filled, folder / "monday.quizapp", MONDAY_NOON)
    assert [path.name for path in folder.iterdir()] == ["monday.quizapp"]
    assert (folder / "monday.quizapp").stat().st_mode & 0o777 == 0o600


def test_an_earlier_backup_keeps_its_migration_and_is_brought_up(empty_engine: Engine, tmp_path: Path) -> None:
    migrate(empty_engine, "0002")
    origin = back_up(empty_engine, tmp_path / "old.quizapp", MONDAY_NOON)
    assert replace(origin, database="") == Origin("", "0002", MONDAY_NOON)
    with unpacked(tmp_path / "old.quizapp", tmp_path / "side") as (copy, told):
        assert told == origin
        engine = create_engine(f"sqlite:///{copy}")
        keep_safely(engine)
        migrate(engine)
        engine.dispose()
        assert put_back(copy, empty_engine, tmp_path / "aside.quizapp", MONDAY_NOON) is True
    assert not rows(empty_engine)["reviews"]


def test_a_broken_file_is_refused_before_anything_changes(filled: Engine, tmp_path: Path) -> None:
    file, before = tmp_path / "monday.quizapp", rows(filled)
    back_up(filled, file, MONDAY_NOON)
    whole = file.read_bytes()
    for damaged in _damaged(whole, tmp_path):
        file.write_bytes(damaged)
        with pytest.raises(Broken):
            restore(file, filled)
    assert rows(filled) == before
    assert not (tmp_path / "aside.quizapp").exists()


def test_rows_that_point_to_nothing_are_no_backup(filled: Engine, tmp_path: Path) -> None:
    file = tmp_path / "monday.quizapp"
    back_up(filled, file, MONDAY_NOON)
    plain = tmp_path / "plain.sqlite3"
    plain.write_bytes(gzip.decompress(file.read_bytes()))
    with closing(sqlite3.connect(plain)) as database, database:
        database.execute("DELETE FROM people WHERE id = 1")
    file.write_bytes(gzip.compress(plain.read_bytes()))
    with pytest.raises(Broken):
        restore(file, filled)


def test_where_there_is_no_database_there_is_nothing_to_back_up(empty_engine: Engine, tmp_path: Path) -> None:
    with pytest.raises(NothingThere):
        back_up(empty_engine, tmp_path / "nothing.quizapp", MONDAY_NOON)
    assert list(tmp_path.glob("*nothing*")) == []
    assert empty_engine.dialect.name != "sqlite" or not Path(str(empty_engine.url.database)).exists()


def test_a_restore_that_fails_half_way_leaves_all_as_it_was(filled: Engine, tmp_path: Path) -> None:
    file, before = tmp_path / "monday.quizapp", rows(filled)
    back_up(filled, file, MONDAY_NOON)
    with unpacked(file, tmp_path / "side") as (copy, _), pytest.raises(FileNotFoundError):
        put_back(copy, filled, tmp_path / "no such folder" / "aside.quizapp", MONDAY_NOON)
    assert rows(filled) == before
    with filled.connect().execution_options(**WRITING) as connection, connection.begin():
        connection.execute(text("UPDATE people SET theme = 'dark'"))


def test_pages_of_another_size_are_taken_too(filled: Engine, tmp_path: Path) -> None:
    if filled.dialect.name != "sqlite":
        pytest.skip("PostgreSQL has pages of one size.")
    file, before = tmp_path / "monday.quizapp", rows(filled)
    back_up(filled, file, MONDAY_NOON)
    with closing(sqlite3.connect(tmp_path / "large.sqlite3")) as database:
        database.execute("PRAGMA page_size=8192")
        database.execute("CREATE TABLE something (one INTEGER)")
    large = create_engine(f"sqlite:///{tmp_path / 'large.sqlite3'}")
    keep_safely(large)
    restore(file, large)
    assert rows(large) == before


def _goes_on_answering(engine: Engine, stop: threading.Event) -> None:
    with Session(engine, expire_on_commit=False) as session:
        learner = studies(signs_up(session, "somebody.else"), read_bank(shipped_banks()[0]))
        while not stop.is_set():
            objective = next_question(session, learner.signed_up.person, learner.at)
            if objective is None:
                learner.let_pass(days=1)
            else:
                learner.answers(objective)
                learner.let_pass(minutes=1)


def _wait_for_more(engine: Engine, answering: "Future[None]") -> int:
    """Wait for three more reviews, unless whoever gives them has ended."""
    before = _reviews(engine)
    while (now := _reviews(engine)) < before + 3:
        assert not answering.done(), answering.result()
        sleep(0.01)
    return now


def _cards_that_are_not_their_log(engine: Engine) -> list[Card]:
    with Session(engine) as session:
        cards = session.scalars(select(Card)).all()
        assert cards
        logged = {
            card: fold(answered(one) for one in session.scalars(reviews_of_card(card.learner_id, card.objective_id))) for card in cards
        }
        return [card for card in cards if state_of(card) != logged[card]]


def _reviews(engine: Engine) -> int:
    with engine.connect() as connection:
        return connection.scalar(select(func.count()).select_from(Review)) or 0


def _damaged(whole: bytes, folder: Path) -> Iterator[bytes]:
    """Cut off, one bit turned, something else, nothing, a database of somebody else."""
    middle = len(whole) // 2
    yield whole[:middle]
    yield whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :]
    yield b"Dear diary"
    yield b""
    with closing(sqlite3.connect(folder / "other.sqlite3")) as database:
        database.execute("CREATE TABLE something (one INTEGER)")
    yield gzip.compress((folder / "other.sqlite3").read_bytes())
