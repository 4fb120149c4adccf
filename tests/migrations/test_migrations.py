import re
import shutil
import sqlite3
import subprocess
import sys
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Connection, Engine, insert, select, text
from sqlalchemy.orm import Session

from quizapp.models import (
    Aside,
    AssignedObjective,
    Assignment,
    Attempt,
    AttemptAnswer,
    BankRevision,
    Base,
    Break,
    Card,
    Correction,
    Course,
    Enrolment,
    Exam,
    Extension,
    Invitation,
    Login,
    Note,
    Objective,
    Opening,
    Person,
    Quiz,
    RecoveryCode,
    Remark,
    Report,
    Rescoring,
    ResetLink,
    Review,
    Section,
    ShippedRevision,
    SignInAttempt,
    Study,
    migrations,
)
from quizapp.models.engines import WRITING
from quizapp.models.migrations import NewerDatabase, is_current, migrate, take_back
from tests.people_who_learned import learn, rows

AT = datetime(2026, 3, 2, 12, tzinfo=UTC)
DAY = date(2026, 3, 2)


def test_migrations_from_nothing_make_just_the_tables_of_the_models(empty_engine: Engine) -> None:
    migrate(empty_engine)
    with empty_engine.connect() as connection:
        migrated = _report(connection)
    with empty_engine.connect().execution_options(**WRITING) as connection, connection.begin():
        connection.execute(text("DROP TABLE alembic_version"))
        Base.metadata.drop_all(connection)
        Base.metadata.create_all(connection)
    with empty_engine.connect() as connection:
        assert migrated == _report(connection)
        assert len(migrated) > 10


def test_every_constraint_has_a_name_and_stands_at_the_table(engine: Engine) -> None:
    if engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL names what has no name.")
    with engine.connect() as connection:
        columns = [line for table in _report(connection) for line in table.splitlines() if "CONSTRAINT" not in line]
    assert not [line for line in columns if re.search("CHECK|UNIQUE |REFERENCES|PRIMARY", line) and "CREATE UNIQUE INDEX" not in line]


def test_each_step_goes_down_and_up_again_and_keeps_what_stands_in_the_other_tables(empty_engine: Engine) -> None:
    migrate(empty_engine)
    _fill(empty_engine)
    take_back(empty_engine, "0002")
    with Session(empty_engine) as session:
        assert session.scalar(select(Person.name)) == "Ann"
        assert session.scalar(select(Objective.key)) == "bank/fact#sites"
    migrate(empty_engine)
    assert is_current(empty_engine)
    take_back(empty_engine, "base")
    with empty_engine.connect() as connection:
        assert not [line for line in _report(connection) if "alembic" not in line]
    migrate(empty_engine)
    assert is_current(empty_engine)


def test_each_migration_can_be_taken_back_and_leaves_the_tables_as_they_were(empty_engine: Engine) -> None:
    reports = {}
    for revision in _revisions():
        migrate(empty_engine, revision)
        with empty_engine.connect() as connection:
            reports[revision] = _report(connection)
    _fill(empty_engine)
    for revision in _revisions()[-2::-1]:
        take_back(empty_engine, revision)
        with empty_engine.connect() as connection:
            assert _report(connection) == reports[revision], revision
            assert connection.scalar(text("SELECT name FROM people")) == "Ann"


def test_cards_of_before_recall_remember_what_their_log_comes_to(empty_engine: Engine) -> None:
    migrate(empty_engine)
    with Session(empty_engine, expire_on_commit=False) as session:
        anna = learn(session)[0]
        anna.suspends(anna.objectives()[200])  # a card that was never answered
    before = rows(empty_engine)["cards"]
    take_back(empty_engine, "0010")
    migrate(empty_engine)
    assert rows(empty_engine)["cards"] == before
    assert len(before) > 10


def _revisions() -> list[str]:
    return sorted(path.name.partition("_")[0] for path in (migrations.migrations_folder() / "versions").glob("*.py"))


def test_who_signed_up_by_an_address_before_has_it_as_their_address_now(empty_engine: Engine) -> None:
    migrate(empty_engine, "0003")
    with empty_engine.connect().execution_options(**WRITING) as connection, connection.begin():
        for number, name in enumerate(("Ann", "Ben@Example.org"), 1):
            row = {"id": number, "name": name, "key": name.lower(), "at": AT.isoformat()}
            connection.execute(text(_AS_IT_WAS.format(**_TYPES[empty_engine.dialect.name])), row)
    migrate(empty_engine)
    with Session(empty_engine) as session:
        found = session.execute(select(Person.name, Person.email, Person.email_key, Person.role).order_by(Person.id))
        assert [tuple(row) for row in found] == [
            ("Ann", None, None, "learner"),
            ("Ben@Example.org", "Ben@Example.org", "ben@example.org", "learner"),
        ]


_AS_IT_WAS = """
INSERT INTO people (id, name, name_key, password_hash, audience, language, zone, theme, text_size, keys, reviews_a_day, new_a_day, joined_at)
VALUES (:id, :name, :key, '-', 'nursing', 'en', 'UTC', 'system', 100, CAST(1 AS {yes_no}), 60, 10, CAST(:at AS {moment}))
"""
_TYPES = {
    "sqlite": {"yes_no": "INTEGER", "moment": "TEXT"},
    "postgresql": {"yes_no": "BOOLEAN", "moment": "TIMESTAMP WITH TIME ZONE"},
}


def test_migrating_twice_changes_nothing(empty_engine: Engine) -> None:
    assert not is_current(empty_engine)
    migrate(empty_engine)
    _fill(empty_engine)
    migrate(empty_engine)
    with Session(empty_engine) as session:
        assert session.scalar(select(Review.grade)) == 4


def test_a_database_from_a_later_version_is_left_alone(empty_engine: Engine) -> None:
    migrate(empty_engine)
    with empty_engine.connect().execution_options(**WRITING) as connection, connection.begin():
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerDatabase, match="later version"):
        migrate(empty_engine)


@pytest.fixture
def longer_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the migrations to which a test adds one."""
    folder = tmp_path / "migrations"
    shutil.copytree(migrations.migrations_folder(), folder)
    monkeypatch.setattr(migrations, "migrations_folder", lambda: folder)
    return folder / "versions"


def test_a_change_of_people_takes_no_card_with_it(empty_engine: Engine, longer_history: Path) -> None:
    migrate(empty_engine)
    _fill(empty_engine)
    _add(
        longer_history,
        "with op.batch_alter_table('people', recreate='always' if op.get_bind().dialect.name == 'sqlite' else 'never') as people:\n        people.add_column(sa.Column('nickname', sa.Text()))",
    )
    migrate(empty_engine)
    with Session(empty_engine) as session:
        assert session.scalar(select(Card.easiness)) == 250
        assert session.scalar(text("SELECT count(*) FROM people WHERE nickname IS NULL")) == 1
    if empty_engine.dialect.name == "sqlite":
        with empty_engine.connect() as connection:
            assert connection.scalar(text("PRAGMA foreign_keys")) == 1


def test_a_migration_that_breaks_half_way_leaves_nothing_behind_and_can_be_tried_again(empty_engine: Engine, longer_history: Path) -> None:
    migrate(empty_engine)
    with empty_engine.connect() as connection:
        before = _report(connection)
    broken = _add(longer_history, "op.create_table('halves', sa.Column('id', sa.Integer()))\n    raise RuntimeError('The power went.')")
    with pytest.raises(RuntimeError, match="The power went"):
        migrate(empty_engine)
    with empty_engine.connect() as connection:
        assert _report(connection) == before
    broken.write_text(broken.read_text().replace("raise RuntimeError('The power went.')", "pass"))
    migrate(empty_engine)
    assert is_current(empty_engine)


def test_a_migration_that_would_leave_rows_without_their_person_is_taken_back(empty_engine: Engine, longer_history: Path) -> None:
    if empty_engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL checks each key at once.")
    migrate(empty_engine)
    _fill(empty_engine)
    _add(longer_history, "op.execute('DELETE FROM people')")
    with pytest.raises(RuntimeError, match="point to nothing"):
        migrate(empty_engine)
    with Session(empty_engine) as session:
        assert session.scalar(select(Person.name)) == "Ann"


def test_a_new_migration_would_be_empty(empty_engine: Engine, longer_history: Path) -> None:
    migrate(empty_engine)
    command.revision(migrations._config(empty_engine), "change nothing", autogenerate=True, rev_id="0999")
    written = (longer_history / "0999_change_nothing.py").read_text()
    assert "def upgrade() -> None:\n    # ### commands auto generated by Alembic - please adjust! ###\n    pass" in written


def _report(connection: Connection) -> list[str]:
    """What the database itself says about its tables, sorted."""
    if connection.dialect.name == "sqlite":
        found = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'alembic%'")).all()
        return sorted(f"{name}: {_one_per_line(sql)}" for name, sql in found if "alembic" not in name)
    return sorted(row[0] for query in _CATALOGUE for row in connection.execute(text(query)) if "alembic" not in row[0])


def _one_per_line(sql: str | None) -> str:
    """The parts of a table in a fixed order: columns as they stand, constraints sorted. SQLite quotes a table that was renamed."""
    if sql is None:
        return "made by itself"
    sql = re.sub(r'^CREATE TABLE "(\w+)"', r"CREATE TABLE \1", sql)
    lines = [re.sub(r"\s+", " ", line).strip().removesuffix(",") for line in sql.splitlines() if line.strip()]
    return "\n".join([line for line in lines if "CONSTRAINT" not in line] + sorted(line for line in lines if "CONSTRAINT" in line))


_CATALOGUE = (
    """SELECT concat_ws(' ', c.relname, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity,
              pg_get_expr(d.adbin, d.adrelid))
       FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_attrdef d ON (d.adrelid, d.adnum) = (a.attrelid, a.attnum)
       WHERE c.relnamespace = current_schema()::regnamespace AND a.attnum > 0 AND NOT a.attisdropped""",
    """SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint
       WHERE connamespace = current_schema()::regnamespace""",
    "SELECT indexdef FROM pg_indexes WHERE schemaname = current_schema()",
)


def _add(versions: Path, body: str) -> Path:
    path = versions / "9000_change_something.py"
    path.write_text(
        "import sqlalchemy as sa\nfrom alembic import op\n\nrevision = '9000'\ndown_revision = "
        f"'{_head(versions)}'\n\n\ndef upgrade() -> None:\n    {body}\n\n\ndef downgrade() -> None:\n    pass\n"
    )
    return path


def _head(versions: Path) -> str:
    return max(path.name for path in versions.glob("*.py")).partition("_")[0]


def _fill(engine: Engine) -> None:
    """A row in every table."""
    memory = {"repetitions": 1, "interval": 1, "easiness": 250}
    days = dict.fromkeys(("due", "due_sm2", "due_fsrs", "seen_on"), DAY)
    before, after = ({f"{name}_{when}": value for name, value in memory.items()} for when in ("before", "after"))
    person = {
        "name": "Ann",
        "name_key": "ann",
        "password_hash": "-",
        "audience": "nursing",
        "language": "en",
        "zone": "UTC",
        "joined_at": AT,
    }
    rows: list[tuple[type[Base], dict[str, object]]] = [
        (Person, person),
        (Login, {"person_id": 1, "token_hash": b"-", "began_at": AT, "seen_at": AT}),
        (ResetLink, {"person_id": 1, "token_hash": b"-", "made_at": AT}),
        (RecoveryCode, {"person_id": 1, "code_hash": b"-", "made_at": AT}),
        (SignInAttempt, {"account_hash": b"-", "address_hash": b"-", "tried_at": AT}),
        (BankRevision, {"revision": "r", "bank": "bank", "content": "{}", "published_at": AT}),
        (Objective, {"key": "bank/fact#sites", "bank": "bank", "topic": "spread", "aim": "Name the sites"}),
        (Study, {"learner_id": 1, "bank": "bank", "topic": "spread", "started_at": AT}),
        (
            Card,
            {
                "learner_id": 1,
                "objective_id": 1,
                **memory,
                **days,
                "stability": 2.3,
                "difficulty": 2.1,
                "lapses": 0,
                "recalled_before": True,
                "steps": 1,
                "turns": 1,
            },
        ),
        (
            Review,
            {"learner_id": 1, "objective_id": 1, "turn": 1, "step": 0, "revision": "r", "template": "t", "version": 1, "seed": "s"}
            | {"level": "recall", "audience": "nursing", "language": "en", "shown": ("a", "b"), "keys": ("a",), "response": "{}"}
            | {"marks": 1, "maximum": 1, "reading_milliseconds": 0, "recalled_before": False, "grade": 4, "mapping": 1}
            | {"kind": "scheduled", "scheduler": "sm2", "due_after": DAY, "study_day": DAY, "zone": "UTC"}
            | {"answered_at": AT, "received_at": AT, **before, **after},
        ),
        (Course, {"title": "Nursing", "zone": "UTC", "opened_at": AT}),
        (Section, {"course_id": 1, "section": 1, "title": "A"}),
        (Enrolment, {"person_id": 1, "course_id": 1, "role": "owner", "section": 1, "called": "Ann", "pseudonym": "P", "joined_at": AT}),
        (
            Invitation,
            {
                "course_id": 1,
                "line": "l",
                "token_hash": b"-",
                "role": "learner",
                "section": 1,
                "called": "Ben",
                "email": "",
                "reference": "",
            }
            | {"made_at": AT, "ends_at": AT, "used_by": 1, "used_at": AT},
        ),
        (Assignment, {"course_id": 1, "title": "Spread", "opens_at": AT, "due_at": AT + timedelta(days=7), "made_at": AT}),
        (AssignedObjective, {"assignment_id": 1, "objective_id": 1}),
        (Extension, {"learner_id": 1, "assignment_id": 1, "due_at": AT, "more_attempts": 1}),
        (Aside, {"course_id": 1, "objective_id": 1, "template": "t", "because": "wished", "words": "Hm", "by_id": 1, "aside_at": AT}),
        (Remark, {"learner_id": 1, "course_id": 1, "remark": 1, "by_id": 1, "words": "Well done", "written_at": AT}),
        (Opening, {"learner_id": 1, "course_id": 1, "by_id": 1, "day": DAY, "opened_at": AT}),
        (Break, {"learner_id": 1, "first_day": DAY, "last_day": DAY}),
        (Exam, {"learner_id": 1, "bank": "bank", "day": DAY, "named_at": AT}),
        (Note, {"learner_id": 1, "objective_id": 1, "words": "Kidney: skin too", "written_at": AT}),
        (
            Report,
            {"learner_id": 1, "objective_id": 1, "turn": 1, "revision": "r", "template": "t", "version": 1, "seed": "s"}
            | {"audience": "nursing", "language": "en", "problem": "typo", "words": "", "reported_at": AT},
        ),
        (
            Quiz,
            {"learner_id": 1, "quiz": 1, "mode": "exam", "pool": "all", "topics": ("bank/spread",), "item_types": (), "number": 1}
            | {"seconds": 60, "extra_time": 25, "made_at": AT, "assignment_id": 1},
        ),
        (Attempt, {"learner_id": 1, "attempt": 1, "quiz": 1, "seed": "s", "begun_at": AT, "ends_at": AT}),
        (
            AttemptAnswer,
            {"learner_id": 1, "attempt": 1, "position": 1, "objective_id": 1, "revision": "r", "template": "t", "version": 1, "seed": "s"}
            | {"level": "recall", "audience": "nursing", "language": "en", "shown": ("a", "b"), "keys": ("a",), "maximum": 1}
            | {"reading_milliseconds": 0},
        ),
        (ShippedRevision, {"bank": "bank", "revision": "r"}),
        (
            Correction,
            {"bank": "bank", "kind": "k", "topic": "t", "fact": "f", "after": "{}", "why": "A slip", "by_id": 1, "made_at": AT}
            | {"revision_before": "r", "revision_after": "r"},
        ),
        (
            Rescoring,
            {"learner_id": 1, "attempt": 1, "position": 1, "correction_id": None, "revision": "r", "keys": ("a",), "maximum": 1}
            | {"rescored_at": AT},
        ),
    ]
    with engine.connect().execution_options(**WRITING) as connection, connection.begin():
        for model, row in rows:
            connection.execute(insert(model), row)


def test_the_migrations_are_found_beside_the_program() -> None:
    assert (migrations.migrations_folder() / "env.py").is_file()
    assert sqlite3.sqlite_version_info >= (3, 37), "STRICT tables"


def test_processes_that_migrate_a_new_database_together_all_succeed(database_url: str, empty_engine: Engine) -> None:
    start = str(time.time() // 1 + 3)
    together = [
        subprocess.Popen([sys.executable, "-c", _MIGRATES, database_url, start], stderr=subprocess.PIPE, text=True) for _ in range(3)
    ]
    errors = [one.communicate()[1] for one in together]
    assert [one.returncode for one in together] == [0, 0, 0], errors
    assert is_current(empty_engine)


_MIGRATES = """
import sys, time
from sqlalchemy import create_engine
from quizapp.models.engines import keep_safely
from quizapp.models.migrations import migrate
engine = create_engine(sys.argv[1])
keep_safely(engine)
time.sleep(max(0, float(sys.argv[2]) - time.time()))
migrate(engine)
"""
