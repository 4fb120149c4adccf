"""Let a question be scored again without a correction: because a newer bank came with the program."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"

BY_KEY = {"sqlite_strict": True, "sqlite_with_rowid": False}

rescorings = sa.table("rescorings", sa.column("correction_id", sa.Integer))


def upgrade() -> None:
    _nullable(yes=True)


def downgrade() -> None:
    op.execute(rescorings.delete().where(rescorings.c.correction_id.is_(None)))  # the answer itself holds what counts
    _nullable(yes=False)


def _nullable(*, yes: bool) -> None:
    with op.batch_alter_table("rescorings", table_kwargs=BY_KEY) as altered:
        altered.alter_column("correction_id", existing_type=sa.Integer(), nullable=yes)
