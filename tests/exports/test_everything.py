"""Whoever takes everything out has everything, and nothing of anybody else's."""

import csv
import json
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import msgspec
import pytest
from sqlalchemy import Table, func, or_, select
from sqlalchemy.orm import Session

from quizapp.exports import exports
from quizapp.models import Base, Card, Person
from quizapp.models.meanings import meanings
from quizapp.models.transactions import begin_writing
from tests.learner import Learner
from tests.usecases.attempts import answers, begins, finishes

TABLES = Base.metadata.sorted_tables


def taken_out(learner: Learner) -> ZipFile:
    learner.session.rollback()
    file = BytesIO()
    exports()["everything"].write(learner.session, learner.signed_up.person, learner.at, file)
    return ZipFile(file)


def whole(archive: ZipFile) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(archive.read("everything.json"))
    return read


def table_in(archive: ZipFile, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(archive.read(f"csv/{name}.csv").decode("utf-8-sig").splitlines(keepends=True)))


def owners(table: Table) -> list[Any]:
    """The columns of a table in which the number of a person stands."""
    if table.name == "people":
        return [table.c.id]
    return [column for column in table.columns for key in column.foreign_keys if key.column is Base.metadata.tables["people"].c.id]


@pytest.mark.parametrize("table", [table for table in TABLES if owners(table)], ids=str)
def test_every_row_that_is_a_persons_is_in_it_as_it_is_kept(session: Session, student: Learner, outsider: Learner, table: Table) -> None:
    kept = session.execute(
        select(*(table.c[name] for name in meanings()[table.name].shown))
        .where(or_(*(column == student.id for column in owners(table))))
        .order_by(*table.primary_key)
    ).all()
    assert kept, f"let `everything_of` leave rows in {table.name}"
    archive = taken_out(student)
    assert whole(archive)[table.name] == [json.loads(msgspec.json.encode(row._asdict())) for row in kept]
    rows = table_in(archive, table.name)
    assert len(rows) == len(kept)
    assert all(list(row) == list(meanings()[table.name].shown) for row in rows)


def test_nobody_else_is_in_it(session: Session, student: Learner, outsider: Learner) -> None:
    archive = taken_out(student)
    for name in archive.namelist():
        assert b"outsider" not in archive.read(name), name
    found = whole(archive)
    assert found["people"][0]["name"] == "student"
    for rows in found.values():
        for row in rows if isinstance(rows, list) else []:
            assert outsider.id not in [row.get("learner_id"), row.get("person_id")]


def test_no_secret_is_in_it(session: Session, student: Learner) -> None:
    secrets = []
    for table in TABLES:
        withheld = [table.c[name] for name in meanings()[table.name].withheld]
        secrets += [value for row in session.execute(select(*withheld)) for value in row if value is not None] if withheld else []
    assert secrets
    archive = taken_out(student)
    content = b"".join(archive.read(name) for name in archive.namelist())
    for secret in secrets:
        for form in (secret.encode(),) if isinstance(secret, str) else (secret, secret.hex().encode()):
            assert form not in content


def test_what_cards_and_answers_name_is_explained_and_nothing_more(session: Session, student: Learner) -> None:
    named = session.scalars(select(Card.objective_id).where(Card.learner_id == student.id)).all()
    assert [row["id"] for row in whole(taken_out(student))["objectives"]] == sorted(named)


def test_every_column_handed_out_has_its_meaning_beside_it_and_what_is_left_out_its_reason(student: Learner) -> None:
    archive = taken_out(student)
    told = list(csv.DictReader(archive.read("columns.csv").decode("utf-8-sig").splitlines()))
    for name, rows in whole(archive).items():
        for column in rows[0] if isinstance(rows, list) else {}:
            assert [one["meaning"] for one in told if (one["table"], one["column"]) == (name, column)] == [meanings()[name].columns[column]]
    (password,) = (one for one in told if one["column"] == "password_hash")
    assert password["why it is left out"].startswith("A secret.")
    readme = archive.read("README.txt").decode()
    assert all(name in readme for name in meanings())


def test_a_name_that_is_a_formula_is_harmless_in_a_spreadsheet_and_itself_in_json(session: Session, student: Learner) -> None:
    begin_writing(session)
    session.get_one(Person, student.id).name = '=HYPERLINK("//example.org")'
    session.commit()
    archive = taken_out(student)
    assert table_in(archive, "people")[0]["name"] == '\'=HYPERLINK("//example.org")'
    assert whole(archive)["people"][0]["name"] == '=HYPERLINK("//example.org")'


def test_it_only_reads(session: Session, student: Learner) -> None:
    before = {table.name: session.scalar(select(func.count()).select_from(table)) for table in TABLES}
    taken_out(student)
    assert {table.name: session.scalar(select(func.count()).select_from(table)) for table in TABLES} == before


def test_the_key_of_a_question_that_can_still_be_answered_is_not_in_it(session: Session, student: Learner) -> None:
    number = begins(student, 3, "another", mode="exam").number
    answers(student, number, 1, right=False)

    def of_it() -> list[dict[str, str]]:
        return [row for row in table_in(taken_out(student), "attempt_answers") if row["attempt"] == str(number)]

    open_ones = of_it()
    assert len(open_ones) == 3
    assert all(row["keys"] == row["marks"] == row["grade"] == "" for row in open_ones)
    assert any(row["response"] for row in open_ones)
    finishes(student, number)
    (told,) = (row for row in of_it() if row["position"] == "1")
    assert told["marks"] == "0"
    assert told["keys"] not in ("", "[]")
