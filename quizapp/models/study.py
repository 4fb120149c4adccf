"""What is being studied, and what is remembered of it."""

from datetime import date, datetime
from typing import get_args

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from questions.responses import DontKnow, response_from_json
from quizapp.models.base import Base, kept, one_of
from quizapp.models.types import Wording
from quizapp.scheduling.cards import Kind
from quizapp.scheduling.grading import LONGEST_TIME, Certainty, is_confident_error, lost_by_haste
from quizapp.scheduling.sm2 import FLOOR, LONGEST_INTERVAL

SUSPENDED_BECAUSE = ("wished", "known", "leech")


class Study(Base):
    """A topic that a learner studies, or has paused."""

    __tablename__ = "studies"
    __table_args__ = kept(by_key=True)

    learner_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    bank: Mapped[str] = mapped_column(primary_key=True)
    topic: Mapped[str] = mapped_column(primary_key=True)
    started_at: Mapped[datetime]
    paused_at: Mapped[datetime | None]


def _memory(when: str = "") -> tuple[CheckConstraint, ...]:
    return (
        CheckConstraint(f"repetitions{when} >= 0", f"repetitions{when}"),
        CheckConstraint(f"interval{when} BETWEEN 0 AND {LONGEST_INTERVAL}", f"interval{when}"),
        CheckConstraint(f"easiness{when} >= {FLOOR}", f"easiness{when}"),
    )


class Card(Base):
    """One learner's memory of one objective: what the live reviews come to. Without live reviews the objective is new again.

    `due_sm2` and `due_fsrs` are the days that the two schedulers give, exactly; `due` is the one that counts, which may be moved a
    little. Of `stability`, `difficulty` and `seen_on` recall is worked out; they remember answers given in practice as well.

    Beside it stands what the learner wishes: not to be asked (and why), to be asked sooner, or to find it again. None touches the memory,
    and a card that was made for one of them, before the first review, remembers nothing. A leech rests without being wished away.
    """

    __tablename__ = "cards"
    __table_args__ = kept(
        *_memory(),
        CheckConstraint("lapses >= 0", "lapses"),
        CheckConstraint("steps BETWEEN 0 AND turns", "steps"),
        CheckConstraint("(due_sm2 IS NULL) = (steps = 0)", "due_sm2"),
        CheckConstraint("(due IS NULL) = (steps = 0)", "due"),
        CheckConstraint("(due_fsrs IS NULL) = (steps = 0)", "due_fsrs"),
        CheckConstraint("steps = 0 OR stability IS NOT NULL", "remembered"),
        CheckConstraint("stability > 0", "stability"),
        CheckConstraint("difficulty BETWEEN 1 AND 10", "difficulty"),
        CheckConstraint("(difficulty IS NULL) = (stability IS NULL)", "difficulty_known"),
        CheckConstraint("(seen_on IS NULL) = (stability IS NULL)", "seen_on"),
        CheckConstraint(one_of("suspended_because", SUSPENDED_BECAUSE), "suspended_because"),
        CheckConstraint("(suspended_because IS NULL) = (suspended_at IS NULL)", "suspended_at"),
        by_key=True,
    )

    learner_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    objective_id: Mapped[int] = mapped_column(ForeignKey("objectives.id"), primary_key=True)
    repetitions: Mapped[int]
    interval: Mapped[int]
    easiness: Mapped[int]
    due_sm2: Mapped[date | None]
    last_day: Mapped[date | None]
    drilling: Mapped[date | None]
    lapses: Mapped[int]
    recalled_before: Mapped[bool]
    steps: Mapped[int]
    turns: Mapped[int]
    suspended_because: Mapped[str | None]
    suspended_at: Mapped[datetime | None]
    flagged_at: Mapped[datetime | None]
    asked_sooner: Mapped[date | None]
    due: Mapped[date | None]
    due_fsrs: Mapped[date | None]
    stability: Mapped[float | None]
    difficulty: Mapped[float | None]
    seen_on: Mapped[date | None]


class Review(Base):
    """One answer, logged until the person erases it. Live unless undone: by itself, or with all of its topic (`reset_at`)."""

    __tablename__ = "reviews"
    __table_args__ = kept(
        Index(None, "learner_id", "study_day", "received_at"),
        CheckConstraint("turn >= 1", "turn"),
        CheckConstraint("step BETWEEN 0 AND turn - 1", "step"),
        CheckConstraint("maximum >= 1", "maximum"),
        CheckConstraint("marks BETWEEN 0 AND maximum", "marks"),
        CheckConstraint(one_of("certainty", [str(one) for one in Certainty]), "certainty"),
        CheckConstraint(f"milliseconds BETWEEN 0 AND {LONGEST_TIME}", "milliseconds"),
        CheckConstraint("reading_milliseconds >= 0", "reading_milliseconds"),
        CheckConstraint("grade BETWEEN 0 AND 5", "grade"),
        CheckConstraint("lowered_to BETWEEN 0 AND grade - 1", "lowered_to"),
        CheckConstraint("(lowered_to IS NULL) = (lowered_at IS NULL)", "lowered_at"),
        CheckConstraint(one_of("kind", get_args(Kind)), "kind"),
        CheckConstraint("reset_at IS NULL OR undone_at = reset_at", "reset_at"),
        *_memory("_before"),
        *_memory("_after"),
    )

    learner_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    objective_id: Mapped[int] = mapped_column(ForeignKey("objectives.id"), primary_key=True)
    turn: Mapped[int] = mapped_column(primary_key=True)
    step: Mapped[int]

    revision: Mapped[str] = mapped_column(ForeignKey("bank_revisions.revision"))
    template: Mapped[str]
    version: Mapped[int]
    seed: Mapped[str]
    level: Mapped[str]
    audience: Mapped[str]
    language: Mapped[str]
    shown: Mapped[tuple[str, ...]]
    keys: Mapped[tuple[str, ...]]
    response: Mapped[str]
    marks: Mapped[int]
    maximum: Mapped[int]

    certainty: Mapped[str | None]
    milliseconds: Mapped[int | None]
    reading_milliseconds: Mapped[int]
    recalled_before: Mapped[bool]
    grade: Mapped[int]
    lowered_to: Mapped[int | None]
    lowered_at: Mapped[datetime | None]
    mapping: Mapped[int]
    kind: Mapped[Kind] = mapped_column(Wording)
    scheduler: Mapped[str]

    repetitions_before: Mapped[int]
    interval_before: Mapped[int]
    easiness_before: Mapped[int]
    due_before: Mapped[date | None]
    repetitions_after: Mapped[int]
    interval_after: Mapped[int]
    easiness_after: Mapped[int]
    due_after: Mapped[date]

    study_day: Mapped[date]
    zone: Mapped[str]
    answered_at: Mapped[datetime]
    received_at: Mapped[datetime]
    undone_at: Mapped[datetime | None]
    sooner_before: Mapped[date | None]
    reset_at: Mapped[datetime | None]

    @property
    def counted_grade(self) -> int:
        """The grade that the memory was moved by."""
        return self.grade if self.lowered_to is None else self.lowered_to

    @property
    def dont_know(self) -> bool:
        """Whether it says "I don't know", or nothing."""
        return isinstance(response_from_json(self.response), DontKnow)

    @property
    def confident_error(self) -> bool:
        """Whether it is a misconception held with certainty."""
        return is_confident_error(self.marks, self.maximum, self.certainty, dont_know=self.dont_know)

    @property
    def lost_by_haste(self) -> bool:
        """Whether it counts as a guess only since it came before the question could be read."""
        return lost_by_haste(
            self.marks,
            self.maximum,
            self.certainty,
            dont_know=self.dont_know,
            milliseconds=self.milliseconds,
            reading_milliseconds=self.reading_milliseconds,
        )
