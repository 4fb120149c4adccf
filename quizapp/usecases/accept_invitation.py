"""Use a link that invites to a course."""

from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.models import Enrolment, Invitation, Person
from quizapp.models.transactions import begin_writing
from quizapp.queries.courses import course_of_invitation
from quizapp.usecases.enrolling import enrol, keeps_out
from quizapp.usecases.inviting import token_hash
from quizapp.usecases.wording import Problems


def accept_invitation(session: Session, person: Person, token: str, at: datetime) -> Enrolment | Problems | None:
    """The place that an invitation gives, once. None where it was used, has ended, or never was."""
    begin_writing(session)
    found = session.execute(course_of_invitation(token_hash(token), at)).one_or_none()
    if found is None:
        return None
    course, invitation = found
    if problem := keeps_out(session, person, course.id):
        return {"invitation": problem}
    place = session.get(Enrolment, (person.id, course.id))
    if place is not None and place.left_at is None:
        return _fill(place, invitation, at)
    invitation.used_by, invitation.used_at = person.id, at
    return enrol(
        session,
        person,
        course.id,
        invitation.role,
        at,
        called=invitation.called,
        section=invitation.section,
        reference=invitation.reference,
    )


def _fill(place: Enrolment, invitation: Invitation, at: datetime) -> Enrolment:
    """Give a learner who joined by the code the number and section that they lack; anybody else leaves the invitation to whom it is for."""
    somebody_elses = place.reference and place.reference != invitation.reference
    lacks = (not place.reference and invitation.reference) or (place.section is None and invitation.section is not None)
    if place.role == invitation.role == "learner" and lacks and not somebody_elses:
        place.reference, place.section = place.reference or invitation.reference, place.section or invitation.section
        invitation.used_by, invitation.used_at = place.person_id, at
    return place
