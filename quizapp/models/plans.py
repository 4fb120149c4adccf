"""What learners set down for themselves: when they are away, when their exam is, and notes."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.models.base import Base, kept

LONGEST_NOTE = 1000


class Break(Base):
    """Study days, from the first to the last, on which a learner wants to be asked nothing: a single day or a holiday."""

    __tablename__ = "breaks"
    __table_args__ = kept(CheckConstraint("first_day <= last_day", "last_day"), by_key=True)

    learner_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    first_day: Mapped[date] = mapped_column(primary_key=True)
    last_day: Mapped[date]


class Exam(Base):
    """The day of a learner's exam, in one bank or ("") in all that they study."""

    __tablename__ = "exams"
    __table_args__ = kept(by_key=True)

    learner_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    bank: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[date]
    named_at: Mapped[datetime]


class Note(Base):
    """What a learner wrote down about an objective, for themselves alone."""

    __tablename__ = "notes"
    __table_args__ = kept(CheckConstraint(f"length(words) BETWEEN 1 AND {LONGEST_NOTE}", "words"), by_key=True)

    learner_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    objective_id: Mapped[int] = mapped_column(ForeignKey("objectives.id"), primary_key=True)
    words: Mapped[str]
    written_at: Mapped[datetime]
