"""Who is in a course, and who is asked to join."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.course_tables import Table, course_table
from quizapp.models import Course
from quizapp.queries.courses import invitations_of, people_of, sections_of
from quizapp.sentences import sentence

HEADS = ("name", "e-mail", "student number", "section", "role", "pseudonym", "joined", "invited until")


@course_table(
    "roster",
    title=sentence("Roster"),
    about=sentence("Everybody in the course with role, section and pseudonym, and everybody who is invited."),
    tells_of_learners=False,
)
def roster(session: Session, course: Course, at: datetime) -> Table:
    """A line for each person; an e-mail address stands only where the roster that invited them had it, and nobody has used the link."""
    return Table(HEADS, _rows(session, course))


def _rows(session: Session, course: Course) -> Iterator[Sequence[object]]:
    titles = {one.section: one.title for one in session.scalars(sections_of(course.id))}
    for member in people_of(session, course.id):
        one = member.enrolment
        yield one.called, "", one.reference, member.section or "", one.role, one.pseudonym, one.joined_at, None
    for asked in session.scalars(invitations_of(course.id)):
        section = titles.get(asked.section, "") if asked.section is not None else ""
        yield asked.called, asked.email, asked.reference, section, asked.role, "", None, asked.ends_at
