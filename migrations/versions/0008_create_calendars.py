"""Make the table of the private addresses of calendars."""

import sqlalchemy as sa
from alembic import op

from quizapp.models import types

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_table(
        "calendars",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("grain", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", types.Moment(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_calendars_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_calendars")),
        sqlite_strict=True,
    )


def downgrade() -> None:
    op.drop_table("calendars")
