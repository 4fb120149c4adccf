"""Grades as Moodle reads them in (Moodle, "Grade import": each learner is found by one column that the two have in common)."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.course_tables import Table, course_table
from quizapp.models import Course
from quizapp.queries.grades import COLUMNS, Gradebook, gradebook
from quizapp.sentences import sentence


@course_table(
    "moodle",
    title=sentence("Grades for Moodle"),
    about=sentence(
        "A column for each assignment that has opened: how many of a hundred are reached, and points for study days."
        " When Moodle asks how it knows a learner, choose “ID number”: that is the student number of your roster."
    ),
    forms=("csv",),
)
def moodle(session: Session, course: Course, at: datetime) -> Table:
    """Moodle asks which column is which grade, and passes over those that are not chosen."""
    book = gradebook(session, course, at)
    columns = [
        head for one, _ in book.assignments for head in (f"{one.title} (of 100)", f"{one.title} (study days)")[: len(COLUMNS[one.mode])]
    ]
    return Table(("ID number", "Full name", "Group", *columns), _rows(book))


def _rows(book: Gradebook) -> Iterator[Sequence[object]]:
    for one in book.learners:
        section = book.sections.get(one.section, "") if one.section is not None else ""
        yield one.reference, one.called, section, *book.line(one)
