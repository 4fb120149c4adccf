"""What every way into a course has in common."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizapp.models import Enrolment, Person
from quizapp.models.courses import CourseRole
from quizapp.models.transactions import begin_writing
from quizapp.usecases.names import is_address
from quizapp.usecases.pseudonyms import new_pseudonym
from quizapp.usecases.wording import sentence

MOST_PEOPLE = 5_000
"""In one course, whoever has left among them."""

FULL = sentence("This course is full. Ask your instructor.")
PATIENTS = sentence(
    "Courses are for people who study for nursing. Your account is for patients, and no course sees it: make another one for courses."
)


def keeps_out(session: Session, person: Person, course_id: int | None = None) -> str | None:
    """Why somebody gets no new place in a course (None: one that is yet to be opened)."""
    if person.audience == "patient":
        return PATIENTS
    if course_id is None or session.get(Enrolment, (person.id, course_id)) is not None:
        return None
    people = session.scalar(select(func.count()).where(Enrolment.course_id == course_id)) or 0
    return FULL if people >= MOST_PEOPLE else None


def enrol(
    session: Session,
    person: Person,
    course_id: int,
    role: CourseRole,
    at: datetime,
    *,
    called: str = "",
    section: int | None = None,
    reference: str = "",
) -> Enrolment:
    """Give a person a place in a course. Who was in it before gets the old one back, from now on; who is in it keeps the place as it is."""
    begin_writing(session)
    place = session.get(Enrolment, (person.id, course_id))
    if place is not None and place.left_at is None:
        return place
    if place is None:
        taken = set(session.scalars(select(Enrolment.pseudonym).where(Enrolment.course_id == course_id)))
        place = Enrolment(person_id=person.id, course_id=course_id, pseudonym=new_pseudonym(taken))
        session.add(place)
    place.role, place.section, place.called, place.reference = role, section, called or name_of(person), reference
    place.joined_at, place.left_at, place.withdrawn = at, None, False
    session.flush()
    return place


def name_of(person: Person) -> str:
    """Under which name somebody stands in a course who has said no other: never their address."""
    return person.name.partition("@")[0] if is_address(person.name) else person.name
