"""Practice quizzes: what was chosen, each go at it, and what was answered. None of it moves a card."""

from datetime import date, datetime
from typing import Final, Literal, get_args

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from questions.responses import DontKnow, response_from_json
from quizapp.models.base import Base, kept, one_of
from quizapp.models.people import MOST_EXTRA_TIME
from quizapp.models.types import Wording
from quizapp.scheduling.grading import LONGEST_TIME, Certainty, is_confident_error

Mode = Literal["study", "exam"]
Pool = Literal["all", "due", "new", "wrong", "hard", "flagged"]
EndedBecause = Literal["finished", "time", "left"]

MOST_QUESTIONS: Final = 100
LONGEST_LIMIT: Final = 8 * 60 * 60
"""Seconds."""


class Quiz(Base):
    """What a learner chose to be asked: of which topics ("bank/topic"; none: of all that are studied), what of them, how much, and how.

    `seconds` is the time limit that everybody has, `extra_time` what this learner has on top of it, in per cent. A quiz that a course has
    set names its assignment. A trial is somebody's who teaches, to see what learners will: it counts nowhere.
    """

    __tablename__ = "quizzes"
    __table_args__ = kept(
        Index(None, "assignment_id"),
        CheckConstraint("quiz >= 1", "quiz"),
        CheckConstraint(one_of("mode", get_args(Mode)), "mode"),
        CheckConstraint(one_of("pool", get_args(Pool)), "pool"),
        CheckConstraint(f"number BETWEEN 1 AND {MOST_QUESTIONS}", "number"),
        CheckConstraint(f"seconds BETWEEN 1 AND {LONGEST_LIMIT}", "seconds"),
        CheckConstraint(f"extra_time BETWEEN 0 AND {MOST_EXTRA_TIME}", "extra_time"),
        by_key=True,
    )

    learner_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    quiz: Mapped[int] = mapped_column(primary_key=True)
    mode: Mapped[Mode] = mapped_column(Wording)
    pool: Mapped[Pool] = mapped_column(Wording)
    topics: Mapped[tuple[str, ...]]
    item_types: Mapped[tuple[str, ...]]
    number: Mapped[int]
    seconds: Mapped[int | None]
    extra_time: Mapped[int]
    made_at: Mapped[datetime]
    assignment_id: Mapped[int | None] = mapped_column(ForeignKey("assignments.id", ondelete="SET NULL"))
    trial: Mapped[bool] = mapped_column(default=False)


class Attempt(Base):
    """One learner's go at a quiz: open until it is finished, left, or its time is over. Its items follow from its seed.

    One at an exam whose answers wait is `untold` from its end until they are told: until then no card remembers what it showed. Where
    whoever teaches has moved its end, `known_end` is the one that its learner knows of, until a page has told them.
    """

    __tablename__ = "attempts"
    __table_args__ = kept(
        ForeignKeyConstraint(["learner_id", "quiz"], ["quizzes.learner_id", "quizzes.quiz"], "fk_attempts_quiz", ondelete="CASCADE"),
        UniqueConstraint("learner_id", "seed"),
        CheckConstraint("attempt >= 1", "attempt"),
        CheckConstraint("ends_at >= begun_at", "ends_at"),
        CheckConstraint("(ended_at IS NULL) = (ended_because IS NULL)", "ended_at"),
        CheckConstraint(one_of("ended_because", get_args(EndedBecause)), "ended_because"),
        by_key=True,
    )

    learner_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    attempt: Mapped[int] = mapped_column(primary_key=True)
    quiz: Mapped[int]
    seed: Mapped[str]
    begun_at: Mapped[datetime]
    ends_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    ended_because: Mapped[EndedBecause | None] = mapped_column(Wording)
    untold: Mapped[bool] = mapped_column(default=False)
    known_end: Mapped[datetime | None]


class AttemptAnswer(Base):
    """One question of an attempt, as it is asked, and what was answered, if anything. Final once it is checked or the attempt is finished.

    The item is of the revision in which the attempt began. One whose objective was retired meanwhile is withdrawn, and counts nowhere; one
    whose topic was begun afresh since (`reset_at`) counts for the attempt alone.
    """

    __tablename__ = "attempt_answers"
    __table_args__ = kept(
        ForeignKeyConstraint(
            ["learner_id", "attempt"], ["attempts.learner_id", "attempts.attempt"], "fk_attempt_answers_attempt", ondelete="CASCADE"
        ),
        Index(None, "learner_id", "objective_id"),
        Index(None, "learner_id", "study_day", "received_at"),
        CheckConstraint("position >= 1", "position"),
        CheckConstraint("maximum >= 1", "maximum"),
        CheckConstraint("marks BETWEEN 0 AND maximum", "marks"),
        CheckConstraint(one_of("certainty", [str(one) for one in Certainty]), "certainty"),
        CheckConstraint(f"milliseconds BETWEEN 0 AND {LONGEST_TIME}", "milliseconds"),
        CheckConstraint("reading_milliseconds >= 0", "reading_milliseconds"),
        CheckConstraint("grade BETWEEN 0 AND 5", "grade"),
        *(
            CheckConstraint(f"({name} IS NULL) = (response IS NULL)", f"{name}_answered")
            for name in ("marks", "recalled_before", "grade", "mapping", "study_day", "zone", "answered_at", "received_at")
        ),
    )

    learner_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    attempt: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    objective_id: Mapped[int] = mapped_column(ForeignKey("objectives.id"))

    revision: Mapped[str] = mapped_column(ForeignKey("bank_revisions.revision"))
    template: Mapped[str]
    version: Mapped[int]
    seed: Mapped[str]
    level: Mapped[str]
    audience: Mapped[str]
    language: Mapped[str]
    shown: Mapped[tuple[str, ...]]
    keys: Mapped[tuple[str, ...]]
    maximum: Mapped[int]
    reading_milliseconds: Mapped[int]
    flagged_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]

    response: Mapped[str | None]
    marks: Mapped[int | None]
    certainty: Mapped[str | None]
    milliseconds: Mapped[int | None]
    recalled_before: Mapped[bool | None]
    grade: Mapped[int | None]
    mapping: Mapped[int | None]
    study_day: Mapped[date | None]
    zone: Mapped[str | None]
    answered_at: Mapped[datetime | None]
    received_at: Mapped[datetime | None]
    final_at: Mapped[datetime | None]
    reset_at: Mapped[datetime | None]

    @property
    def dont_know(self) -> bool:
        """Whether it says "I don't know"."""
        return self.response is not None and isinstance(response_from_json(self.response), DontKnow)

    @property
    def confident_error(self) -> bool:
        """Whether it is a misconception held with certainty."""
        return self.marks is not None and is_confident_error(self.marks, self.maximum, self.certainty, dont_know=self.dont_know)
