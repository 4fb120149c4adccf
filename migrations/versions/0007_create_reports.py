"""Make the table of what people report of questions."""

import sqlalchemy as sa
from alembic import op

from quizapp.models import types

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "reports",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.Column("objective_id", sa.Integer(), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=True),
        sa.Column("revision", types.Wording(), nullable=False),
        sa.Column("template", types.Wording(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("seed", types.Wording(), nullable=False),
        sa.Column("audience", types.Wording(), nullable=False),
        sa.Column("language", types.Wording(), nullable=False),
        sa.Column("problem", types.Wording(), nullable=False),
        sa.Column("words", types.Wording(), nullable=False),
        sa.Column("reported_at", types.Moment(), nullable=False),
        sa.Column("closed_at", types.Moment(), nullable=True),
        sa.Column("note", types.Wording(), nullable=True),
        sa.CheckConstraint("problem IN ('wrong', 'unclear', 'typo', 'gives itself away', 'other')", name=op.f("ck_reports_problem")),
        sa.CheckConstraint("length(words) <= 1000", name=op.f("ck_reports_words")),
        sa.CheckConstraint("turn >= 1", name=op.f("ck_reports_turn")),
        sa.CheckConstraint("(note IS NULL) = (closed_at IS NULL)", name=op.f("ck_reports_note")),
        sa.ForeignKeyConstraint(["learner_id"], ["people.id"], name=op.f("fk_reports_learner_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["objective_id"], ["objectives.id"], name=op.f("fk_reports_objective_id")),
        sa.ForeignKeyConstraint(["revision"], ["bank_revisions.revision"], name=op.f("fk_reports_revision")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reports")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_reports_learner_id_reported_at"), "reports", ["learner_id", "reported_at"])


def downgrade() -> None:
    op.drop_table("reports")
