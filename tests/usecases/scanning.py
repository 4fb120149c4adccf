"""Looking through a whole database, as it is and not as our models have it, for anything of one person."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import MetaData, Table, select, text
from sqlalchemy.orm import Session

from quizapp.models import Person
from quizapp.models.transactions import begin_writing
from quizapp.usecases.throttling import PURPOSES, tried
from tests.learner import KEY, MONDAY_NOON

UNMISTAKABLE = 7_654_321
"""A number that means nothing but the person who has it, wherever it stands."""
SHORT = 4

Cell = tuple[str, str, Any]  # table, column, value


def let_the_next_person_be(session: Session, person_id: int) -> None:
    """Whoever signs up next has this number."""
    begin_writing(session)
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT setval(pg_get_serial_sequence('people', 'id'), :last)"), {"last": person_id - 1})
    else:
        kept = {"password_hash": "", "audience": "nursing", "language": "en", "zone": "UTC", "joined_at": MONDAY_NOON}
        session.add(Person(id=person_id - 1, name="nobody", name_key="nobody", **kept))
    session.commit()


def tables_there_are(session: Session) -> list[Table]:
    """Every table of the database, as it says itself."""
    found = MetaData()
    found.reflect(session.connection())
    return found.sorted_tables


def cells(session: Session) -> Iterator[Cell]:
    """Every value that is kept, in every column of every table."""
    session.rollback()
    for table in tables_there_are(session):
        for row in session.execute(select(table)).mappings():
            yield from ((table.name, name, value) for name, value in row.items() if value is not None)


def marks_of(session: Session, person_id: int) -> set[Any]:
    """Every text and every bytes in a row that names the person and in no other row, and the hashes under which attempts at theirs are kept."""
    session.rollback()
    theirs: set[Any] = set()
    others: set[Any] = set()
    for table in tables_there_are(session):
        own = "id" if table.name == "people" else None
        for row in session.execute(select(table)).mappings():
            names_them = person_id in [value for name, value in row.items() if name == own or table.c[name].foreign_keys]
            (theirs if names_them else others).update(value for value in row.values() if isinstance(value, str | bytes))
    person = session.get_one(Person, person_id)
    accounts: list[int | str] = [person_id, *filter(None, (person.name_key, person.email_key))]
    hashes = {tried(account, "192.0.2.1", KEY, purpose).account_hash for account in accounts for purpose in PURPOSES}
    return {one for one in theirs - others if len(one) >= SHORT and not _is_a_moment(one)} | hashes


def found_of(session: Session, person_id: int, marks: set[Any]) -> list[Cell]:
    """Every place where the person's number or one of the marks stands, as the whole value or in it."""
    return [(table, column, value) for table, column, value in cells(session) if _tells(value, person_id, marks)]


def _tells(value: Any, person_id: int, marks: set[Any]) -> bool:
    if isinstance(value, str):
        return str(person_id) in value or any(mark in value for mark in marks if isinstance(mark, str))
    if isinstance(value, bytes | memoryview):
        return any(mark in bytes(value) for mark in marks if isinstance(mark, bytes))
    return bool(value == person_id)


def _is_a_moment(value: str | bytes) -> bool:
    return isinstance(value, str) and value[:4].isdigit() and value[4:5] == "-"
