"""What editors say otherwise than the banks as they are shipped, and what was scored again because of it."""

from datetime import datetime
from typing import Final

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.models.base import Base, kept

LONGEST_REASON: Final = 500


class ShippedRevision(Base):
    """The revision of a bank as the program ships it now: corrections are laid over this one."""

    __tablename__ = "shipped_revisions"
    __table_args__ = kept()

    bank: Mapped[str] = mapped_column(primary_key=True)
    revision: Mapped[str] = mapped_column(ForeignKey("bank_revisions.revision"))


class Correction(Base):
    """A change of one fact by an editor: the last one of a fact that is not undone is laid over the shipped bank.

    Facts stand as JSON, as a bank's file holds them: `shipped` as the shipped bank said it then (None: it had no such fact), `before` as
    the bank said it, `after` as it says it since (None: it is retired).
    """

    __tablename__ = "corrections"
    __table_args__ = kept(
        Index(None, "bank", "fact"),
        CheckConstraint("before IS NOT NULL OR after IS NOT NULL", "change"),
        CheckConstraint(f"length(why) BETWEEN 1 AND {LONGEST_REASON}", "why"),
        CheckConstraint("undone_at >= made_at", "undone_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    bank: Mapped[str]
    kind: Mapped[str]
    topic: Mapped[str]
    fact: Mapped[str]
    shipped: Mapped[str | None]
    before: Mapped[str | None]
    after: Mapped[str | None]
    why: Mapped[str]
    revision_before: Mapped[str] = mapped_column(ForeignKey("bank_revisions.revision"))
    revision_after: Mapped[str] = mapped_column(ForeignKey("bank_revisions.revision"))
    by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    made_at: Mapped[datetime]
    undone_by: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    undone_at: Mapped[datetime | None]


class Rescoring(Base):
    """How a question of an attempt was asked and scored before a correction, or before a newer bank that came with the program (then no
    correction is named): the answer itself holds what counts since.
    """

    __tablename__ = "rescorings"
    __table_args__ = kept(
        ForeignKeyConstraint(
            ["learner_id", "attempt", "position"],
            ["attempt_answers.learner_id", "attempt_answers.attempt", "attempt_answers.position"],
            "fk_rescorings_answer",
            ondelete="CASCADE",
        ),
        CheckConstraint("marks BETWEEN 0 AND maximum", "marks"),
        by_key=True,
    )

    learner_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    attempt: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    correction_id: Mapped[int | None] = mapped_column(ForeignKey("corrections.id"))
    revision: Mapped[str] = mapped_column(ForeignKey("bank_revisions.revision"))
    keys: Mapped[tuple[str, ...]]
    marks: Mapped[int | None]
    maximum: Mapped[int]
    rescored_at: Mapped[datetime]


class ExamRescoring(Base):
    """That the attempts at an exam which had ended were scored again because of a correction: each time, since of an answer only what it
    came to first and last is kept."""

    __tablename__ = "exam_rescorings"
    __table_args__ = kept(by_key=True)

    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignments.id", ondelete="CASCADE"), primary_key=True)
    rescored_at: Mapped[datetime] = mapped_column(primary_key=True)
    correction_id: Mapped[int] = mapped_column(ForeignKey("corrections.id"), primary_key=True)
