"""What every table of a course promises; a new one is tested by arriving."""

import csv
from io import BytesIO, TextIOWrapper

import pytest
from openpyxl import load_workbook
from sqlalchemy import update
from sqlalchemy.orm import Session

from questions.bank import Bank, shipped_banks
from questions.readers.toml_files import read_bank
from quizapp.course_tables import CourseTable, course_table, course_tables
from quizapp.models import Assignment, Course, Enrolment
from quizapp.spreadsheets import cell, write_csv, write_xlsx
from tests.learner import MONDAY_NOON, Learner
from tests.teaching import changing, first, joins, opens_course, sets_kinds

every_table = pytest.mark.parametrize("table", course_tables().values(), ids=course_tables())
SLY = "=HYPERLINK(“Ann”)"


@pytest.fixture(scope="session")
def bank() -> Bank:
    return read_bank(shipped_banks()[0])


@pytest.fixture
def course(session: Session, bank: Bank) -> Course:
    return opens_course(session, bank)


@pytest.fixture
def assignment(session: Session, course: Course) -> Assignment:
    return sets_kinds(session, course)


def test_a_name_is_given_once() -> None:
    with pytest.raises(ValueError, match="two tables"):
        course_table("roster", title="", about="")(course_tables()["roster"].make)


@every_table
def test_it_says_what_it_is_and_names_its_file(table: CourseTable) -> None:
    assert table.title
    assert table.about.endswith(".")
    assert table.file_name(MONDAY_NOON, "csv") == f"quizapp-{table.name}-2026-03-02.csv"


@every_table
def test_it_is_as_wide_as_its_heads_tells_of_learners_now_and_is_no_formula(
    session: Session,
    course: Course,
    assignment: Assignment,
    table: CourseTable,
) -> None:
    sly, gone = joins(session, course, "sly", assignment), joins(session, course, "gone", assignment)
    for learner in (sly, gone):
        learner.answers(first(session, assignment, 1)[0])
    changing(session, lambda: place(session, sly.id, course, called=SLY))
    changing(session, lambda: place(session, gone.id, course, called="Somebody who left", left_at=MONDAY_NOON))
    made = table.make(session, course, sly.at)
    rows = [list(row) for row in made.rows]
    assert {len(row) for row in rows} == {len(made.heads)}
    told = [value for row in rows for value in row]
    assert SLY in told or not table.tells_of_learners
    assert "Somebody who left" not in told
    assert written(table, session, course, sly)[1:] == [[shown(cell(one)) for one in row] for row in rows]
    for form in table.forms:
        if form == "xlsx":
            file = BytesIO()
            write_xlsx(file, made.heads, rows)
            sheet = load_workbook(file).worksheets[0]
            assert all(one.data_type != "f" for row in sheet.iter_rows() for one in row)
            assert sheet.max_row == len(rows) + 1


def place(session: Session, person_id: int, course: Course, **columns: object) -> None:
    session.execute(update(Enrolment).where(Enrolment.person_id == person_id, Enrolment.course_id == course.id).values(columns))


def written(table: CourseTable, session: Session, course: Course, learner: Learner) -> list[list[str]]:
    file = BytesIO()
    made = table.make(session, course, learner.at)
    write_csv(file, made.heads, made.rows)
    assert file.getvalue().startswith(b"\xef\xbb\xbf")
    file.seek(0)
    return list(csv.reader(TextIOWrapper(file, encoding="utf-8-sig", newline="")))


def shown(value: object) -> str:
    return "" if value is None else str(value)


def test_canvas_and_moodle_get_the_columns_that_they_read_in(session: Session, course: Course, assignment: Assignment) -> None:
    ann = joins(session, course, "Ann", assignment)
    changing(session, lambda: place(session, ann.id, course, reference="S-7"))
    (objective,) = first(session, assignment, 1)
    ann.answers(objective)
    heads, possible, line = written(course_tables()["canvas"], session, course, ann)
    assert heads == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Kinds", "Kinds: study days"]
    assert (possible[0].strip(), possible[5:]) == ("Points Possible", ["100", "0"])
    known = len(first(session, assignment, 1000))
    assert line == ["Ann", "", "S-7", "", "", f"{round(100 / known, 2)}", "1.0"]
    heads, line = written(course_tables()["moodle"], session, course, ann)
    assert heads == ["ID number", "Full name", "Group", "Kinds (of 100)", "Kinds (study days)"]
    assert line == ["S-7", "Ann", "", f"{round(100 / known, 2)}", "1.0"]
