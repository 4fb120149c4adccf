"""What people reported of questions that they think are at fault."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.models.base import Base, kept, one_of

PROBLEMS = ("wrong", "unclear", "typo", "gives itself away", "other")
LONGEST_WORDS = 1000


class Report(Base):
    """One report, with all it takes to write the question again as it was asked. Open until an operator closes it, with a note."""

    __tablename__ = "reports"
    __table_args__ = kept(
        Index(None, "learner_id", "reported_at"),
        CheckConstraint(one_of("problem", PROBLEMS), "problem"),
        CheckConstraint(f"length(words) <= {LONGEST_WORDS}", "words"),
        CheckConstraint("turn >= 1", "turn"),
        CheckConstraint("(note IS NULL) = (closed_at IS NULL)", "note"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    learner_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    objective_id: Mapped[int] = mapped_column(ForeignKey("objectives.id"))
    turn: Mapped[int | None]
    revision: Mapped[str] = mapped_column(ForeignKey("bank_revisions.revision"))
    template: Mapped[str]
    version: Mapped[int]
    seed: Mapped[str]
    audience: Mapped[str]
    language: Mapped[str]
    problem: Mapped[str]
    words: Mapped[str]
    reported_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    note: Mapped[str | None]
