"""What a course sets its learners, by when, and what its instructors say to them."""

from datetime import date, datetime
from secrets import token_hex
from typing import Final, get_args

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.models.base import Base, kept, one_of
from quizapp.models.courses import LONGEST_TITLE
from quizapp.models.quizzes import LONGEST_LIMIT, MOST_QUESTIONS, Mode
from quizapp.models.types import Wording
from quizapp.scheduling.recall import GOAL, HIGHEST_GOAL, LOWEST_GOAL

LONGEST_REMARK: Final = 2000
MOST_ATTEMPTS: Final = 20


class Assignment(Base):
    """Objectives that a course is to know by a date: studied until each is at the goal recall (whole percent), or asked for in an exam.

    Without dates it is not open to anybody. An exam has so many questions, attempts and seconds (None: no limit), and is passed with so
    many percent of the marks. What chance draws for it hangs on `seed`, which nobody is told. What was right its learners see once they
    have finished or, where `answers_wait`, once it is due for all of them.
    """

    __tablename__ = "assignments"
    __table_args__ = kept(
        Index(None, "course_id"),
        CheckConstraint(f"length(title) BETWEEN 1 AND {LONGEST_TITLE}", "title"),
        CheckConstraint(f"goal BETWEEN {LOWEST_GOAL} AND {HIGHEST_GOAL}", "goal"),
        CheckConstraint("due_at > opens_at", "due_at"),
        CheckConstraint("(opens_at IS NULL) = (due_at IS NULL)", "dated"),
        CheckConstraint(one_of("mode", get_args(Mode)), "mode"),
        CheckConstraint(f"number BETWEEN 1 AND {MOST_QUESTIONS}", "number"),
        CheckConstraint(f"attempts BETWEEN 1 AND {MOST_ATTEMPTS}", "attempts"),
        CheckConstraint(f"seconds BETWEEN 1 AND {LONGEST_LIMIT}", "seconds"),
        CheckConstraint("pass_mark BETWEEN 1 AND 100", "pass_mark"),
        *(CheckConstraint(f"({name} IS NULL) = (mode = 'study')", f"{name}_of_exam") for name in ("number", "attempts", "pass_mark")),
        CheckConstraint("seconds IS NULL OR mode = 'exam'", "seconds_of_exam"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    course_id: Mapped[int] = mapped_column(ForeignKey("courses.id", ondelete="CASCADE"))
    title: Mapped[str]
    goal: Mapped[int] = mapped_column(default=GOAL)
    opens_at: Mapped[datetime | None]
    due_at: Mapped[datetime | None]
    made_at: Mapped[datetime]
    mode: Mapped[Mode] = mapped_column(Wording, default="study")
    seed: Mapped[str] = mapped_column(default=lambda: token_hex(16))
    number: Mapped[int | None]
    attempts: Mapped[int | None]
    seconds: Mapped[int | None]
    pass_mark: Mapped[int | None]
    answers_wait: Mapped[bool] = mapped_column(default=False)

    @property
    def exam(self) -> bool:
        """Whether it is taken as an exam."""
        return self.mode == "exam"

    def has_opened(self, at: datetime) -> bool:
        """Whether it is open at a moment, or was."""
        return self.opens_at is not None and self.opens_at <= at


class AssignedObjective(Base):
    """An objective of an assignment."""

    __tablename__ = "assigned_objectives"
    __table_args__ = kept(by_key=True)

    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignments.id", ondelete="CASCADE"), primary_key=True)
    objective_id: Mapped[int] = mapped_column(ForeignKey("objectives.id"), primary_key=True)


class Extension(Base):
    """A later date for one learner, or more attempts at an exam."""

    __tablename__ = "extensions"
    __table_args__ = kept(CheckConstraint(f"more_attempts BETWEEN 0 AND {MOST_ATTEMPTS}", "more_attempts"), by_key=True)

    learner_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignments.id", ondelete="CASCADE"), primary_key=True)
    due_at: Mapped[datetime | None]
    more_attempts: Mapped[int] = mapped_column(default=0)


class Remark(Base):
    """What somebody who teaches a course says to one of its learners."""

    __tablename__ = "remarks"
    __table_args__ = kept(
        CheckConstraint("remark >= 1", "remark"),
        CheckConstraint(f"length(words) BETWEEN 1 AND {LONGEST_REMARK}", "words"),
        by_key=True,
    )

    learner_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    course_id: Mapped[int] = mapped_column(ForeignKey("courses.id", ondelete="CASCADE"), primary_key=True)
    remark: Mapped[int] = mapped_column(primary_key=True)
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    words: Mapped[str]
    written_at: Mapped[datetime]


class Opening(Base):
    """That somebody opened a learner's page of a course, the last time on each day: the learner sees who and when.

    Where the learner did it themselves, they have read what was said to them until then.
    """

    __tablename__ = "openings"
    __table_args__ = kept(by_key=True)

    learner_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    course_id: Mapped[int] = mapped_column(ForeignKey("courses.id", ondelete="CASCADE"), primary_key=True)
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    opened_at: Mapped[datetime]
