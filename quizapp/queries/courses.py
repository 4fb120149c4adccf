"""Courses as their people find them: who may see what of one is decided here, by what is found."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, exists, func, select
from sqlalchemy.orm import Session

from quizapp.models import Course, Enrolment, Invitation, Person, Section
from quizapp.models.courses import COURSE_ROLES, TEACHES


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in a course, and the title of their section."""

    enrolment: Enrolment
    section: str | None


def place_in(person_id: int, course_id: int, roles: Collection[str] = COURSE_ROLES) -> Select[tuple[Course, Enrolment]]:
    """A course, and this person's place in it, while they have one of these roles there."""
    return own_places(person_id).where(Course.id == course_id, Enrolment.role.in_(roles))


def own_places(person_id: int) -> Select[tuple[Course, Enrolment]]:
    """The courses that this person is in, those that go on first, then the latest first."""
    return (
        select(Course, Enrolment)
        .join(Enrolment, Enrolment.course_id == Course.id)
        .where(Enrolment.person_id == person_id, Enrolment.left_at.is_(None))
        .order_by(Course.archived_at.is_not(None), Course.id.desc())
    )


def teaches_anywhere() -> ColumnElement[bool]:
    """Whether a person teaches in some course."""
    return exists().where(Enrolment.person_id == Person.id, Enrolment.role.in_(TEACHES), Enrolment.left_at.is_(None)).correlate(Person)


def people_of(session: Session, course_id: int) -> list[Member]:
    """Whoever is in a course, those who teach first, then by name."""
    titles = {section.section: section.title for section in session.scalars(sections_of(course_id))}
    found = session.scalars(select(Enrolment).where(Enrolment.course_id == course_id, Enrolment.left_at.is_(None))).all()
    in_order = sorted(found, key=lambda one: (COURSE_ROLES.index(one.role), one.called.casefold(), one.person_id))
    return [Member(one, titles.get(one.section) if one.section is not None else None) for one in in_order]


def sections_of(course_id: int) -> Select[tuple[Section]]:
    """The sections of a course by title."""
    return select(Section).where(Section.course_id == course_id).order_by(Section.title)


def invitations_of(course_id: int) -> Select[tuple[Invitation]]:
    """The invitations of a course that nobody has used yet, by name."""
    return (
        select(Invitation).where(Invitation.course_id == course_id, Invitation.used_at.is_(None)).order_by(Invitation.called, Invitation.id)
    )


def course_of_code(code: str, at: datetime) -> Select[tuple[Course]]:
    """The course that a code opens, while it does."""
    return select(Course).where(Course.code == code, Course.code_ends_at > at, Course.archived_at.is_(None))


def course_of_invitation(token_hash: bytes, at: datetime) -> Select[tuple[Course, Invitation]]:
    """The course to which a link that nobody has used invites, while it does."""
    return (
        select(Course, Invitation)
        .join(Invitation, Invitation.course_id == Course.id)
        .where(Invitation.token_hash == token_hash, Invitation.used_at.is_(None), Invitation.ends_at > at, Course.archived_at.is_(None))
    )


def course_joined_by(token_hash: bytes, person_id: int) -> Select[tuple[int]]:
    """The number of the course that this person is in by a link which they have used."""
    place = and_(Enrolment.course_id == Invitation.course_id, Enrolment.person_id == Invitation.used_by, Enrolment.left_at.is_(None))
    return select(Invitation.course_id).join(Enrolment, place).where(Invitation.token_hash == token_hash, Invitation.used_by == person_id)


def learning_in(course_id: int) -> tuple[ColumnElement[bool], ...]:
    """What is asked of a place so that its person learns in a course now; whoever uses the patient side is never among them."""
    nurses = select(Person.id).where(Person.audience == "nursing")
    return Enrolment.person_id.in_(nurses), Enrolment.course_id == course_id, Enrolment.role == "learner", Enrolment.left_at.is_(None)


def learners_in(course_id: int) -> Select[tuple[int]]:
    """How many learn in a course."""
    return select(func.count()).where(Enrolment.course_id == course_id, Enrolment.role == "learner", Enrolment.left_at.is_(None))
