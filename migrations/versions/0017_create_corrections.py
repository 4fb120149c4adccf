"""Make the tables of what editors correct in a bank, and of answers that were scored again because of it."""

import sqlalchemy as sa
from alembic import op

from quizapp.models import types

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    op.create_table(
        "shipped_revisions",
        sa.Column("bank", types.Wording(), nullable=False),
        sa.Column("revision", types.Wording(), nullable=False),
        sa.ForeignKeyConstraint(["revision"], ["bank_revisions.revision"], name=op.f("fk_shipped_revisions_revision")),
        sa.PrimaryKeyConstraint("bank", name=op.f("pk_shipped_revisions")),
        sqlite_strict=True,
    )
    op.create_table(
        "corrections",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("bank", types.Wording(), nullable=False),
        sa.Column("kind", types.Wording(), nullable=False),
        sa.Column("topic", types.Wording(), nullable=False),
        sa.Column("fact", types.Wording(), nullable=False),
        sa.Column("shipped", types.Wording(), nullable=True),
        sa.Column("before", types.Wording(), nullable=True),
        sa.Column("after", types.Wording(), nullable=True),
        sa.Column("why", types.Wording(), nullable=False),
        sa.Column("revision_before", types.Wording(), nullable=False),
        sa.Column("revision_after", types.Wording(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("made_at", types.Moment(), nullable=False),
        sa.Column("undone_by", sa.Integer(), nullable=True),
        sa.Column("undone_at", types.Moment(), nullable=True),
        sa.CheckConstraint("before IS NOT NULL OR after IS NOT NULL", name=op.f("ck_corrections_change")),
        sa.CheckConstraint("length(why) BETWEEN 1 AND 500", name=op.f("ck_corrections_why")),
        sa.CheckConstraint("undone_at >= made_at", name=op.f("ck_corrections_undone_at")),
        sa.ForeignKeyConstraint(["revision_before"], ["bank_revisions.revision"], name=op.f("fk_corrections_revision_before")),
        sa.ForeignKeyConstraint(["revision_after"], ["bank_revisions.revision"], name=op.f("fk_corrections_revision_after")),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_corrections_by_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["undone_by"], ["people.id"], name=op.f("fk_corrections_undone_by"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_corrections")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_corrections_bank_fact"), "corrections", ["bank", "fact"])
    op.create_table(
        "rescorings",
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("correction_id", sa.Integer(), nullable=False),
        sa.Column("revision", types.Wording(), nullable=False),
        sa.Column("keys", types.Words(), nullable=False),
        sa.Column("marks", sa.Integer(), nullable=True),
        sa.Column("maximum", sa.Integer(), nullable=False),
        sa.Column("rescored_at", types.Moment(), nullable=False),
        sa.CheckConstraint("marks BETWEEN 0 AND maximum", name=op.f("ck_rescorings_marks")),
        sa.ForeignKeyConstraint(
            ["learner_id", "attempt", "position"],
            ["attempt_answers.learner_id", "attempt_answers.attempt", "attempt_answers.position"],
            name=op.f("fk_rescorings_answer"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["learner_id"], ["people.id"], name=op.f("fk_rescorings_learner_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["correction_id"], ["corrections.id"], name=op.f("fk_rescorings_correction_id")),
        sa.ForeignKeyConstraint(["revision"], ["bank_revisions.revision"], name=op.f("fk_rescorings_revision")),
        sa.PrimaryKeyConstraint("learner_id", "attempt", "position", name=op.f("pk_rescorings")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    for table in ("rescorings", "corrections", "shipped_revisions"):
        op.drop_table(table)
