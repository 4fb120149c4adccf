"""What becomes of a person's courses when they are erased."""

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from quizapp.models import Course, Enrolment


def pass_courses_on(session: Session, person_id: int) -> None:
    """Each course of theirs goes to whoever has taught in it the longest; where nobody else does, it goes with its owner."""
    owned = select(Enrolment.course_id).where(Enrolment.person_id == person_id, Enrolment.role == "owner")
    for course_id in session.scalars(owned).all():
        heir = session.scalars(
            select(Enrolment)
            .where(Enrolment.course_id == course_id, Enrolment.role == "instructor", Enrolment.left_at.is_(None))
            .order_by(Enrolment.joined_at, Enrolment.person_id)
            .limit(1)
        ).one_or_none()
        if heir is None:
            session.execute(delete(Course).where(Course.id == course_id))
        else:
            heir.role = "owner"
    session.flush()
