"""How long a learner waits for their queue of the day when others have a hundred times as many cards. It prints, and judges nothing slow."""

import gc
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest
from sqlalchemy import Connection, Engine, create_engine, func, make_url, select, text
from sqlalchemy.orm import Session

from questions.bank import shipped_banks
from questions.readers.toml_files import read_bank
from quizapp.models import Card, Objective, Person
from quizapp.models.engines import WRITING, keep_safely
from quizapp.queries.today import today
from tests.amounts import LONG, amount
from tests.databases import KINDS, Copies
from tests.learner import MONDAY_NOON, Learner, published, signs_up, studies
from tests.tables import tables

FEW, MANY = amount(5_000, 100_000), amount(50_000, 10_000_000)
LOOKS = amount(10, 300)
TOMORROW = MONDAY_NOON + timedelta(days=1)
ROOM = 8 << 30  # bytes that the long run may need

PEOPLE = """
INSERT INTO people (id, name, name_key, password_hash, audience, language, zone, theme, text_size, keys, reviews_a_day, new_a_day, joined_at, role,
scheduler, goal_recall, extra_time, days_off, more_reviews, more_new, helping)
SELECT number, 'other-' || number, 'other-' || number, '-', 'nursing', 'en', 'UTC', 'system', 100, {yes}, 60, 10, {at}, 'learner',
'sm2', 90, 0, 0, 0, 0, {no}
FROM ({numbers}) AS numbers
"""
CARDS = """
INSERT INTO cards (learner_id, objective_id, repetitions, interval, easiness, due, due_sm2, due_fsrs, last_day, seen_on, stability, difficulty,
lapses, recalled_before, steps, turns)
SELECT people.id, objectives.id, 3, 15, 250, {due}, {due}, {due}, {last}, {last}, 15, 5, 0, {yes}, 3, 3
FROM people CROSS JOIN objectives WHERE people.id BETWEEN :first AND :last
ON CONFLICT DO NOTHING
"""
WORDS = {
    "sqlite": {
        "numbers": "WITH RECURSIVE counting(number) AS (SELECT :first UNION ALL SELECT number + 1 FROM counting WHERE number < :last) SELECT number FROM counting",
        "due": "date('2026-03-01', '+' || ((people.id + objectives.id) % 30) || ' days')",
        "last": "'2026-02-20'",
        "yes": "1",
        "no": "0",
        "at": ":at",
    },
    "postgresql": {
        "numbers": "SELECT generate_series(CAST(:first AS integer), CAST(:last AS integer)) AS number",
        "due": "DATE '2026-03-01' + (people.id + objectives.id) % 30",
        "last": "DATE '2026-02-20'",
        "yes": "TRUE",
        "no": "FALSE",
        "at": "CAST(:at AS timestamptz)",
    },
}


@pytest.fixture(params=KINDS)
def two(request: pytest.FixtureRequest, copies: Copies, tmp_path: Path) -> Iterator[list[Engine]]:
    """Two databases of one kind, so that both are asked in turn: a machine that others use is not as quick now as a minute ago."""
    with ExitStack() as open_meanwhile:
        yield [open_meanwhile.enter_context(_opened(copies, request.param, tmp_path / f"{number}.sqlite3")) for number in (FEW, MANY)]


@contextmanager
def _opened(copies: Copies, kind: str, file: Path) -> Iterator[Engine]:
    with copies.empty(kind, file, to_be_laid=True) as url:
        copies.lay(tables, make_url(url))
        engine = create_engine(url)
        keep_safely(engine)
        yield engine
        engine.dispose()


def test_the_queue_of_one_learner_among_the_cards_of_many(two: list[Engine], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if LONG and shutil.disk_usage(tmp_path).free < ROOM:
        pytest.skip("There is no room for that many cards.")
    learners = []
    for engine, number in zip(two, (FEW, MANY), strict=True):
        with Session(engine, expire_on_commit=False) as session:
            learners.append(somebody_in_the_middle_of_it(session).id)
        others_have(engine, number)
    few, many = waits(two, learners)
    with capsys.disabled():
        print(
            f"\nDue queue, {two[0].dialect.name}: {few:.2f} ms among {FEW:,} cards, {many:.2f} ms among {MANY:,} ({many / few:.2f} times)"
        )
    assert few > 0


def somebody_in_the_middle_of_it(session: Session) -> Learner:
    """A learner who studies everything, has met half of it, and answered ten questions today."""
    bank = read_bank(shipped_banks()[0])
    published(session, bank)
    learner = studies(signs_up(session), bank)
    objectives = learner.objectives()
    for objective in objectives[: len(objectives) // 2]:
        learner.answers(objective)
    learner.let_pass(days=1)
    for objective in objectives[:10]:
        learner.answers(objective)
    session.rollback()
    return learner


def others_have(engine: Engine, cards: int) -> None:
    """Let other people have cards, until there are so many."""
    words = WORDS[engine.dialect.name]
    with _filling(engine) as connection:
        objectives = connection.scalar(select(func.count()).select_from(Objective)) or 1
        have = connection.scalar(select(func.max(Person.id))) or 0
        last = cards // objectives + 2  # the learner has cards of their own
        if last > have:
            connection.execute(
                text(PEOPLE.format(**words)), {"first": have + 1, "last": last, "at": MONDAY_NOON.isoformat(timespec="microseconds")}
            )
        connection.execute(text(CARDS.format(**words)), {"first": 2, "last": last})
    _tidy(engine)
    with engine.connect() as connection:
        held = connection.scalar(select(func.count()).select_from(Card)) or 0
        assert cards <= held < cards * 1.1 + 200, held


def _tidy(engine: Engine) -> None:
    """Let the database look at what it holds, as it does by itself in time."""
    if engine.dialect.name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT", **WRITING) as connection:
            connection.execute(text("VACUUM ANALYZE"))
    else:
        with engine.connect().execution_options(**WRITING) as connection, connection.begin():
            connection.execute(text("ANALYZE"))


@contextmanager
def _filling(engine: Engine) -> Iterator[Connection]:
    """A connection that fills tables fast: nothing looks for the person and objective of each card, who are there."""
    with engine.connect().execution_options(**WRITING) as connection:
        if engine.dialect.name == "sqlite":
            connection.connection.execute("PRAGMA foreign_keys=OFF")
        with connection.begin():
            yield connection
        if engine.dialect.name == "sqlite":
            connection.connection.execute("PRAGMA foreign_keys=ON")


def waits(engines: list[Engine], learners: list[int]) -> list[float]:
    """Milliseconds for what the page of the day asks of each database, as often as not."""
    times: list[list[float]] = [[] for _ in engines]
    gc.collect()
    for _ in range(LOOKS):
        for engine, learner_id, of_this in zip(engines, learners, times, strict=True):
            with Session(engine) as session:
                began = perf_counter()
                found = today(session, session.get_one(Person, learner_id), TOMORROW)
                of_this.append(1000 * (perf_counter() - began))
                assert found.answered == 10
                assert found.waiting
    return [median(of_this) for of_this in times]
