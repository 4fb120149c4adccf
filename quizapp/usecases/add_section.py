"""Add a section to a course."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizapp.models import Course, Section
from quizapp.models.transactions import begin_writing
from quizapp.usecases.open_course import title_problem
from quizapp.usecases.wording import Problems, sentence

MOST = 100
NO_TITLE = sentence("Type a title, such as “Ward 3”.")
THERE = sentence("There is a section with this title already. Choose another title.")
ENOUGH = sentence("A course has 100 sections at most. Use one of those there are.")


def add_section(session: Session, course: Course, title: str) -> Section | Problems:
    """A new section, under a title that no other one of the course has."""
    title = " ".join(title.split())
    if problem := title_problem(title, NO_TITLE):
        return {"title": problem}
    begin_writing(session)
    others = session.scalars(select(Section).where(Section.course_id == course.id)).all()
    if any(section_key(other.title) == section_key(title) for other in others):
        return {"title": THERE}
    if len(others) >= MOST:
        return {"title": ENOUGH}
    last = session.scalar(select(func.max(Section.section)).where(Section.course_id == course.id)) or 0
    section = Section(course_id=course.id, section=last + 1, title=title)
    session.add(section)
    session.flush()
    return section


def section_key(title: str) -> str:
    """What makes two titles one section, for who reads them: whatever their case."""
    return title.casefold()
