"""Let what an exam showed be remembered only once it is told."""

import sqlalchemy as sa
from alembic import op

from quizapp.models import types

revision = "0021"
down_revision = "0020"

BY_KEY = {"sqlite_strict": True, "sqlite_with_rowid": False}


def upgrade() -> None:
    with op.batch_alter_table("attempts", table_kwargs=BY_KEY) as altered:
        altered.add_column(sa.Column("untold", types.YesNo(), nullable=True))
    op.execute(sa.update(sa.table("attempts", sa.column("untold", types.YesNo()))).values(untold=False))
    with op.batch_alter_table("attempts", table_kwargs=BY_KEY) as altered:
        altered.alter_column("untold", existing_type=types.YesNo(), nullable=False)


def downgrade() -> None:
    with op.batch_alter_table("attempts", table_kwargs=BY_KEY) as altered:
        altered.drop_column("untold")
