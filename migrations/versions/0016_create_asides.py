"""Make the table of what courses put aside."""

import sqlalchemy as sa
from alembic import op

from quizapp.models import types

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.create_table(
        "asides",
        sa.Column("course_id", sa.Integer(), nullable=False),
        sa.Column("objective_id", sa.Integer(), nullable=False),
        sa.Column("template", types.Wording(), nullable=False),
        sa.Column("because", types.Wording(), nullable=False),
        sa.Column("words", types.Wording(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("aside_at", types.Moment(), nullable=False),
        sa.Column("ended_at", types.Moment(), nullable=True),
        sa.CheckConstraint("because IN ('wished', 'discrimination', 'reports')", name=op.f("ck_asides_because")),
        sa.CheckConstraint("length(words) <= 500", name=op.f("ck_asides_words")),
        sa.ForeignKeyConstraint(["course_id"], ["courses.id"], name=op.f("fk_asides_course_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["objective_id"], ["objectives.id"], name=op.f("fk_asides_objective_id")),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_asides_by_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("course_id", "objective_id", "template", name=op.f("pk_asides")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("asides")
