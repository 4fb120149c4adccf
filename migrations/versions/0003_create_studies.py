"""Make the tables of what is studied and of what is remembered."""

import sqlalchemy as sa
from alembic import op

from quizapp.models import types

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "studies",
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.Column("bank", types.Wording(), nullable=False),
        sa.Column("topic", types.Wording(), nullable=False),
        sa.Column("started_at", types.Moment(), nullable=False),
        sa.Column("paused_at", types.Moment(), nullable=True),
        sa.ForeignKeyConstraint(["learner_id"], ["people.id"], name=op.f("fk_studies_learner_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("learner_id", "bank", "topic", name=op.f("pk_studies")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "cards",
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.Column("objective_id", sa.Integer(), nullable=False),
        sa.Column("repetitions", sa.Integer(), nullable=False),
        sa.Column("interval", sa.Integer(), nullable=False),
        sa.Column("easiness", sa.Integer(), nullable=False),
        sa.Column("due_sm2", types.Day(), nullable=True),
        sa.Column("last_day", types.Day(), nullable=True),
        sa.Column("drilling", types.Day(), nullable=True),
        sa.Column("lapses", sa.Integer(), nullable=False),
        sa.Column("recalled_before", types.YesNo(), nullable=False),
        sa.Column("steps", sa.Integer(), nullable=False),
        sa.Column("turns", sa.Integer(), nullable=False),
        sa.CheckConstraint("(due_sm2 IS NULL) = (steps = 0)", name=op.f("ck_cards_due_sm2")),
        sa.CheckConstraint("easiness >= 130", name=op.f("ck_cards_easiness")),
        sa.CheckConstraint("interval BETWEEN 0 AND 36500", name=op.f("ck_cards_interval")),
        sa.CheckConstraint("lapses >= 0", name=op.f("ck_cards_lapses")),
        sa.CheckConstraint("repetitions >= 0", name=op.f("ck_cards_repetitions")),
        sa.CheckConstraint("steps BETWEEN 0 AND turns", name=op.f("ck_cards_steps")),
        sa.ForeignKeyConstraint(["learner_id"], ["people.id"], name=op.f("fk_cards_learner_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["objective_id"], ["objectives.id"], name=op.f("fk_cards_objective_id")),
        sa.PrimaryKeyConstraint("learner_id", "objective_id", name=op.f("pk_cards")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "reviews",
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.Column("objective_id", sa.Integer(), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("revision", types.Wording(), nullable=False),
        sa.Column("template", types.Wording(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("seed", types.Wording(), nullable=False),
        sa.Column("level", types.Wording(), nullable=False),
        sa.Column("audience", types.Wording(), nullable=False),
        sa.Column("language", types.Wording(), nullable=False),
        sa.Column("shown", types.Words(), nullable=False),
        sa.Column("keys", types.Words(), nullable=False),
        sa.Column("response", types.Wording(), nullable=False),
        sa.Column("marks", sa.Integer(), nullable=False),
        sa.Column("maximum", sa.Integer(), nullable=False),
        sa.Column("certainty", types.Wording(), nullable=True),
        sa.Column("milliseconds", sa.Integer(), nullable=True),
        sa.Column("reading_milliseconds", sa.Integer(), nullable=False),
        sa.Column("recalled_before", types.YesNo(), nullable=False),
        sa.Column("grade", sa.Integer(), nullable=False),
        sa.Column("lowered_to", sa.Integer(), nullable=True),
        sa.Column("lowered_at", types.Moment(), nullable=True),
        sa.Column("mapping", sa.Integer(), nullable=False),
        sa.Column("kind", types.Wording(), nullable=False),
        sa.Column("scheduler", types.Wording(), nullable=False),
        sa.Column("repetitions_before", sa.Integer(), nullable=False),
        sa.Column("interval_before", sa.Integer(), nullable=False),
        sa.Column("easiness_before", sa.Integer(), nullable=False),
        sa.Column("due_before", types.Day(), nullable=True),
        sa.Column("repetitions_after", sa.Integer(), nullable=False),
        sa.Column("interval_after", sa.Integer(), nullable=False),
        sa.Column("easiness_after", sa.Integer(), nullable=False),
        sa.Column("due_after", types.Day(), nullable=False),
        sa.Column("study_day", types.Day(), nullable=False),
        sa.Column("zone", types.Wording(), nullable=False),
        sa.Column("answered_at", types.Moment(), nullable=False),
        sa.Column("received_at", types.Moment(), nullable=False),
        sa.Column("undone_at", types.Moment(), nullable=True),
        sa.CheckConstraint("certainty IN ('guessing', 'fairly', 'certain')", name=op.f("ck_reviews_certainty")),
        sa.CheckConstraint("kind IN ('scheduled', 'drill')", name=op.f("ck_reviews_kind")),
        sa.CheckConstraint("(lowered_to IS NULL) = (lowered_at IS NULL)", name=op.f("ck_reviews_lowered_at")),
        sa.CheckConstraint("easiness_after >= 130", name=op.f("ck_reviews_easiness_after")),
        sa.CheckConstraint("easiness_before >= 130", name=op.f("ck_reviews_easiness_before")),
        sa.CheckConstraint("grade BETWEEN 0 AND 5", name=op.f("ck_reviews_grade")),
        sa.CheckConstraint("interval_after BETWEEN 0 AND 36500", name=op.f("ck_reviews_interval_after")),
        sa.CheckConstraint("interval_before BETWEEN 0 AND 36500", name=op.f("ck_reviews_interval_before")),
        sa.CheckConstraint("lowered_to BETWEEN 0 AND grade - 1", name=op.f("ck_reviews_lowered_to")),
        sa.CheckConstraint("marks BETWEEN 0 AND maximum", name=op.f("ck_reviews_marks")),
        sa.CheckConstraint("maximum >= 1", name=op.f("ck_reviews_maximum")),
        sa.CheckConstraint("milliseconds BETWEEN 0 AND 120000", name=op.f("ck_reviews_milliseconds")),
        sa.CheckConstraint("reading_milliseconds >= 0", name=op.f("ck_reviews_reading_milliseconds")),
        sa.CheckConstraint("repetitions_after >= 0", name=op.f("ck_reviews_repetitions_after")),
        sa.CheckConstraint("repetitions_before >= 0", name=op.f("ck_reviews_repetitions_before")),
        sa.CheckConstraint("step BETWEEN 0 AND turn - 1", name=op.f("ck_reviews_step")),
        sa.CheckConstraint("turn >= 1", name=op.f("ck_reviews_turn")),
        sa.ForeignKeyConstraint(["learner_id"], ["people.id"], name=op.f("fk_reviews_learner_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["objective_id"], ["objectives.id"], name=op.f("fk_reviews_objective_id")),
        sa.ForeignKeyConstraint(["revision"], ["bank_revisions.revision"], name=op.f("fk_reviews_revision")),
        sa.PrimaryKeyConstraint("learner_id", "objective_id", "turn", name=op.f("pk_reviews")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_reviews_learner_id_study_day_received_at"), "reviews", ["learner_id", "study_day", "received_at"])


def downgrade() -> None:
    op.drop_table("reviews")
    op.drop_table("cards")
    op.drop_table("studies")
