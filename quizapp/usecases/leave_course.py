"""Leave a course."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from quizapp.models import Assignment, Enrolment, Extension, Invitation, Opening, Remark
from quizapp.usecases.wording import Problems, sentence

OWNER = sentence("The course is yours. Hand it over to somebody who teaches in it, then leave.")


def leave_course(session: Session, place: Enrolment, at: datetime, *, take_along: bool) -> Enrolment | Problems:
    """End a person's place: from now on the course sees nothing of them. Who takes everything along leaves no name there either."""
    if place.role == "owner":
        return {"leave": OWNER}
    place.left_at, place.withdrawn = at, take_along
    session.execute(delete(Invitation).where(Invitation.course_id == place.course_id, Invitation.used_by == place.person_id))
    if take_along:
        place.called, place.reference, place.extra_time = place.pseudonym, "", 0
        for table in (Remark, Opening):
            session.execute(delete(table).where(table.course_id == place.course_id, table.learner_id == place.person_id))
        assignments = select(Assignment.id).where(Assignment.course_id == place.course_id)
        session.execute(delete(Extension).where(Extension.learner_id == place.person_id, Extension.assignment_id.in_(assignments)))
    session.flush()
    return place
