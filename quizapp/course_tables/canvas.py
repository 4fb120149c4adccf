"""Grades as Canvas reads them in (Canvas, "How do I import grades in the Gradebook?")."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.course_tables import Table, course_table
from quizapp.models import Course
from quizapp.queries.grades import COLUMNS, Gradebook, gradebook
from quizapp.sentences import sentence

HEADS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")


@course_table(
    "canvas",
    title=sentence("Grades for Canvas"),
    about=sentence(
        "A column for each assignment that has opened: how many of a hundred are reached, and points for study days, which count as extra."
        " Canvas knows each learner by the student number (SIS User ID) of your roster."
    ),
    forms=("csv",),
)
def canvas(session: Session, course: Course, at: datetime) -> Table:
    """The second line says out of how many: points for days are out of none, so that Canvas takes nothing off for those who have few."""
    book = gradebook(session, course, at)
    columns = [head for one, _ in book.assignments for head in (one.title, f"{one.title}: study days")[: len(COLUMNS[one.mode])]]
    return Table((*HEADS, *columns), _rows(book))


def _rows(book: Gradebook) -> Iterator[Sequence[object]]:
    yield "    Points Possible", "", "", "", "", *(possible for one, _ in book.assignments for possible in COLUMNS[one.mode])
    for one in book.learners:
        section = book.sections.get(one.section, "") if one.section is not None else ""
        yield one.called, "", one.reference, "", section, *book.line(one)
