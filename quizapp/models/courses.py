"""What is taught to a group: courses, their sections, the people in them, and who is asked to join."""

from datetime import datetime
from typing import Final, Literal, get_args

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.models.base import Base, kept, one_of
from quizapp.models.people import MOST_EXTRA_TIME
from quizapp.models.types import Wording

CourseRole = Literal["owner", "instructor", "reviewer", "learner"]
"""Owner: all that instructors may, and hand the course over. Reviewer: sees content, and nothing of any learner."""

COURSE_ROLES: Final = get_args(CourseRole)
TEACHES: Final[tuple[CourseRole, ...]] = ("owner", "instructor")
SEES_CONTENT: Final[tuple[CourseRole, ...]] = ("owner", "instructor", "reviewer")
LONGEST_TITLE: Final = 120


class Course(Base):
    """A course, in whose zone its dates are. Whoever has its code may join until the code ends; an archived one is only looked at."""

    __tablename__ = "courses"
    __table_args__ = kept(
        UniqueConstraint("code"),
        CheckConstraint(f"length(title) BETWEEN 1 AND {LONGEST_TITLE}", "title"),
        CheckConstraint("(code IS NULL) = (code_ends_at IS NULL)", "code_ends_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    zone: Mapped[str]
    opened_at: Mapped[datetime]
    archived_at: Mapped[datetime | None]
    code: Mapped[str | None]
    code_ends_at: Mapped[datetime | None]


class Section(Base):
    """A part of a course's learners: a group, a year, a ward."""

    __tablename__ = "sections"
    __table_args__ = kept(
        UniqueConstraint("course_id", "title"),
        CheckConstraint(f"length(title) BETWEEN 1 AND {LONGEST_TITLE}", "title"),
        by_key=True,
    )

    course_id: Mapped[int] = mapped_column(ForeignKey("courses.id", ondelete="CASCADE"), primary_key=True)
    section: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]


class Enrolment(Base):
    """A person's place in a course, with a role: under which name they stand there, and under which one when no name is to be seen.

    Whoever has left keeps a row, so that the same pseudonym never means two people; `withdrawn` says that they took what they did along.
    `extra_time` (per cent) is what they have on top of the time limit of each exam of the course.
    """

    __tablename__ = "enrolments"
    __table_args__ = kept(
        ForeignKeyConstraint(["course_id", "section"], ["sections.course_id", "sections.section"], "fk_enrolments_section"),
        UniqueConstraint("course_id", "pseudonym"),
        Index(None, "course_id", "role"),
        CheckConstraint(one_of("role", COURSE_ROLES), "role"),
        CheckConstraint("NOT withdrawn OR left_at IS NOT NULL", "withdrawn"),
        CheckConstraint(f"extra_time BETWEEN 0 AND {MOST_EXTRA_TIME}", "extra_time"),
        by_key=True,
    )

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    course_id: Mapped[int] = mapped_column(ForeignKey("courses.id", ondelete="CASCADE"), primary_key=True)
    role: Mapped[CourseRole] = mapped_column(Wording)
    section: Mapped[int | None]
    called: Mapped[str]
    reference: Mapped[str] = mapped_column(default="")
    pseudonym: Mapped[str]
    joined_at: Mapped[datetime]
    left_at: Mapped[datetime | None]
    withdrawn: Mapped[bool] = mapped_column(default=False)
    extra_time: Mapped[int] = mapped_column(default=0)


class Invitation(Base):
    """Somebody who is asked to join, by a link that works once: the hash of its token, never the token.

    `line` is what makes two lines of a roster one: the e-mail address, else the reference, else the name. Whoever used it takes it along
    when they are erased.
    """

    __tablename__ = "invitations"
    __table_args__ = kept(
        ForeignKeyConstraint(["course_id", "section"], ["sections.course_id", "sections.section"], "fk_invitations_section"),
        UniqueConstraint("course_id", "line"),
        UniqueConstraint("token_hash"),
        CheckConstraint(one_of("role", COURSE_ROLES), "role"),
        CheckConstraint("(used_by IS NULL) = (used_at IS NULL)", "used_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    course_id: Mapped[int] = mapped_column(ForeignKey("courses.id", ondelete="CASCADE"))
    line: Mapped[str]
    token_hash: Mapped[bytes]
    role: Mapped[CourseRole] = mapped_column(Wording)
    section: Mapped[int | None]
    called: Mapped[str]
    email: Mapped[str]
    reference: Mapped[str]
    made_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    used_by: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    used_at: Mapped[datetime | None]
