"""Make the tables of quizzes, of attempts at them, and of what was answered; let people have extra time."""

import sqlalchemy as sa
from alembic import op

from quizapp.models import types

revision = "0009"
down_revision = "0008"

STRICT = {"sqlite_strict": True}
ANSWERED = ("marks", "recalled_before", "grade", "mapping", "study_day", "zone", "answered_at", "received_at")


def upgrade() -> None:
    with op.batch_alter_table("people", table_kwargs=STRICT) as people:
        people.add_column(sa.Column("extra_time", sa.Integer(), nullable=True))
    op.execute("UPDATE people SET extra_time = 0")
    with op.batch_alter_table("people", table_kwargs=STRICT) as people:
        people.alter_column("extra_time", existing_type=sa.Integer(), nullable=False)
        people.create_check_constraint(op.f("ck_people_extra_time"), "extra_time BETWEEN 0 AND 200")
    op.create_table(
        "quizzes",
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.Column("quiz", sa.Integer(), nullable=False),
        sa.Column("mode", types.Wording(), nullable=False),
        sa.Column("pool", types.Wording(), nullable=False),
        sa.Column("topics", types.Words(), nullable=False),
        sa.Column("item_types", types.Words(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=True),
        sa.Column("extra_time", sa.Integer(), nullable=False),
        sa.Column("made_at", types.Moment(), nullable=False),
        sa.CheckConstraint("quiz >= 1", name=op.f("ck_quizzes_quiz")),
        sa.CheckConstraint("mode IN ('study', 'exam')", name=op.f("ck_quizzes_mode")),
        sa.CheckConstraint("pool IN ('all', 'due', 'new', 'wrong', 'flagged')", name=op.f("ck_quizzes_pool")),
        sa.CheckConstraint("number BETWEEN 1 AND 100", name=op.f("ck_quizzes_number")),
        sa.CheckConstraint("seconds BETWEEN 1 AND 28800", name=op.f("ck_quizzes_seconds")),
        sa.CheckConstraint("extra_time BETWEEN 0 AND 200", name=op.f("ck_quizzes_extra_time")),
        sa.ForeignKeyConstraint(["learner_id"], ["people.id"], name=op.f("fk_quizzes_learner_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("learner_id", "quiz", name=op.f("pk_quizzes")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "attempts",
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("quiz", sa.Integer(), nullable=False),
        sa.Column("seed", types.Wording(), nullable=False),
        sa.Column("begun_at", types.Moment(), nullable=False),
        sa.Column("ends_at", types.Moment(), nullable=True),
        sa.Column("ended_at", types.Moment(), nullable=True),
        sa.Column("ended_because", types.Wording(), nullable=True),
        sa.CheckConstraint("attempt >= 1", name=op.f("ck_attempts_attempt")),
        sa.CheckConstraint("ends_at >= begun_at", name=op.f("ck_attempts_ends_at")),
        sa.CheckConstraint("(ended_at IS NULL) = (ended_because IS NULL)", name=op.f("ck_attempts_ended_at")),
        sa.CheckConstraint("ended_because IN ('finished', 'time', 'left')", name=op.f("ck_attempts_ended_because")),
        sa.ForeignKeyConstraint(["learner_id"], ["people.id"], name=op.f("fk_attempts_learner_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["learner_id", "quiz"], ["quizzes.learner_id", "quizzes.quiz"], name=op.f("fk_attempts_quiz"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("learner_id", "attempt", name=op.f("pk_attempts")),
        sa.UniqueConstraint("learner_id", "seed", name=op.f("uq_attempts_learner_id_seed")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "attempt_answers",
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("objective_id", sa.Integer(), nullable=False),
        sa.Column("revision", types.Wording(), nullable=False),
        sa.Column("template", types.Wording(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("seed", types.Wording(), nullable=False),
        sa.Column("level", types.Wording(), nullable=False),
        sa.Column("audience", types.Wording(), nullable=False),
        sa.Column("language", types.Wording(), nullable=False),
        sa.Column("shown", types.Words(), nullable=False),
        sa.Column("keys", types.Words(), nullable=False),
        sa.Column("maximum", sa.Integer(), nullable=False),
        sa.Column("reading_milliseconds", sa.Integer(), nullable=False),
        sa.Column("flagged_at", types.Moment(), nullable=True),
        sa.Column("withdrawn_at", types.Moment(), nullable=True),
        sa.Column("response", types.Wording(), nullable=True),
        sa.Column("marks", sa.Integer(), nullable=True),
        sa.Column("certainty", types.Wording(), nullable=True),
        sa.Column("milliseconds", sa.Integer(), nullable=True),
        sa.Column("recalled_before", types.YesNo(), nullable=True),
        sa.Column("grade", sa.Integer(), nullable=True),
        sa.Column("mapping", sa.Integer(), nullable=True),
        sa.Column("study_day", types.Day(), nullable=True),
        sa.Column("zone", types.Wording(), nullable=True),
        sa.Column("answered_at", types.Moment(), nullable=True),
        sa.Column("received_at", types.Moment(), nullable=True),
        sa.Column("final_at", types.Moment(), nullable=True),
        sa.CheckConstraint("position >= 1", name=op.f("ck_attempt_answers_position")),
        sa.CheckConstraint("maximum >= 1", name=op.f("ck_attempt_answers_maximum")),
        sa.CheckConstraint("marks BETWEEN 0 AND maximum", name=op.f("ck_attempt_answers_marks")),
        sa.CheckConstraint("certainty IN ('guessing', 'fairly', 'certain')", name=op.f("ck_attempt_answers_certainty")),
        sa.CheckConstraint("milliseconds BETWEEN 0 AND 120000", name=op.f("ck_attempt_answers_milliseconds")),
        sa.CheckConstraint("reading_milliseconds >= 0", name=op.f("ck_attempt_answers_reading_milliseconds")),
        sa.CheckConstraint("grade BETWEEN 0 AND 5", name=op.f("ck_attempt_answers_grade")),
        *(
            sa.CheckConstraint(f"({name} IS NULL) = (response IS NULL)", name=op.f(f"ck_attempt_answers_{name}_answered"))
            for name in ANSWERED
        ),
        sa.ForeignKeyConstraint(["learner_id"], ["people.id"], name=op.f("fk_attempt_answers_learner_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["learner_id", "attempt"],
            ["attempts.learner_id", "attempts.attempt"],
            name=op.f("fk_attempt_answers_attempt"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["objective_id"], ["objectives.id"], name=op.f("fk_attempt_answers_objective_id")),
        sa.ForeignKeyConstraint(["revision"], ["bank_revisions.revision"], name=op.f("fk_attempt_answers_revision")),
        sa.PrimaryKeyConstraint("learner_id", "attempt", "position", name=op.f("pk_attempt_answers")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_attempt_answers_learner_id_objective_id"), "attempt_answers", ["learner_id", "objective_id"])


def downgrade() -> None:
    op.drop_table("attempt_answers")
    op.drop_table("attempts")
    op.drop_table("quizzes")
    with op.batch_alter_table("people", table_kwargs=STRICT) as people:
        people.drop_constraint(op.f("ck_people_extra_time"), type_="check")
        people.drop_column("extra_time")
