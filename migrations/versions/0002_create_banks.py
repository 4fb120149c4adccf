"""Make the tables of published banks and their objectives."""

import sqlalchemy as sa
from alembic import op

from quizapp.models import types

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "bank_revisions",
        sa.Column("revision", types.Wording(), nullable=False),
        sa.Column("bank", types.Wording(), nullable=False),
        sa.Column("content", types.Wording(), nullable=False),
        sa.Column("published_at", types.Moment(), nullable=False),
        sa.Column("superseded_at", types.Moment(), nullable=True),
        sa.PrimaryKeyConstraint("revision", name=op.f("pk_bank_revisions")),
        sqlite_strict=True,
    )
    op.create_index(
        "uq_bank_revisions_current",
        "bank_revisions",
        ["bank"],
        unique=True,
        sqlite_where=sa.text("superseded_at IS NULL"),
        postgresql_where=sa.text("superseded_at IS NULL"),
    )
    op.create_table(
        "objectives",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", types.Wording(), nullable=False),
        sa.Column("bank", types.Wording(), nullable=False),
        sa.Column("topic", types.Wording(), nullable=False),
        sa.Column("aim", types.Wording(), nullable=False),
        sa.Column("retired_at", types.Moment(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_objectives")),
        sa.UniqueConstraint("key", name=op.f("uq_objectives_key")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_objectives_bank_topic"), "objectives", ["bank", "topic"])


def downgrade() -> None:
    op.drop_table("objectives")
    op.drop_table("bank_revisions")
