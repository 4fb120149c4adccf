"""Let a learner be told that the end of an exam they are in was moved."""

import sqlalchemy as sa
from alembic import op

from quizapp.models import types

revision = "0022"
down_revision = "0021"

BY_KEY = {"sqlite_strict": True, "sqlite_with_rowid": False}


def upgrade() -> None:
    with op.batch_alter_table("attempts", table_kwargs=BY_KEY) as altered:
        altered.add_column(sa.Column("known_end", types.Moment(), nullable=True))
        # Changes nothing, but lets SQLite make the table anew, as the models have it.
        altered.alter_column("ends_at", existing_type=types.Moment(), nullable=True)


def downgrade() -> None:
    with op.batch_alter_table("attempts", table_kwargs=BY_KEY) as altered:
        altered.drop_column("known_end")
