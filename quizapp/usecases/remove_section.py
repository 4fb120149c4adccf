"""Take a section out of a course."""

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from quizapp.models import Enrolment, Invitation, Section


def remove_section(session: Session, course_id: int, section: int) -> bool:
    """Whoever was in it stays in the course, in no section; False if there is no such section."""
    for table in (Enrolment, Invitation):
        session.execute(update(table).where(table.course_id == course_id, table.section == section).values(section=None))
    removed = delete(Section).where(Section.course_id == course_id, Section.section == section).returning(Section.section)
    return session.scalar(removed) is not None
