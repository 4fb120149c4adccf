"""What a course does not ask its learners for now."""

from datetime import datetime
from typing import Final, Literal, get_args

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.models.base import Base, kept, one_of
from quizapp.models.types import Wording

Because = Literal["wished", "discrimination", "reports"]
"""Somebody who teaches wishes it; those who do well elsewhere miss it; several learners reported it."""

LONGEST_WHY: Final = 500


class Aside(Base):
    """An objective in one way of asking it that a course has put aside, by somebody or (without one) by itself, until that ended.

    A row whose end has come stays: what somebody asks again is not put aside by itself once more.
    """

    __tablename__ = "asides"
    __table_args__ = kept(
        CheckConstraint(one_of("because", get_args(Because)), "because"),
        CheckConstraint(f"length(words) <= {LONGEST_WHY}", "words"),
        by_key=True,
    )

    course_id: Mapped[int] = mapped_column(ForeignKey("courses.id", ondelete="CASCADE"), primary_key=True)
    objective_id: Mapped[int] = mapped_column(ForeignKey("objectives.id"), primary_key=True)
    template: Mapped[str] = mapped_column(primary_key=True)
    because: Mapped[Because] = mapped_column(Wording)
    words: Mapped[str] = mapped_column(default="")
    by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    aside_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
