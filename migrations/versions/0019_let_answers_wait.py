"""Let a course choose that what was right in an exam is told only once it is due."""

import sqlalchemy as sa
from alembic import op

from quizapp.models import types

revision = "0019"
down_revision = "0018"

STRICT = {"sqlite_strict": True}


def upgrade() -> None:
    with op.batch_alter_table("assignments", table_kwargs=STRICT) as altered:
        altered.add_column(sa.Column("answers_wait", types.YesNo(), nullable=True))
    op.execute(sa.update(sa.table("assignments", sa.column("answers_wait", types.YesNo()))).values(answers_wait=False))
    with op.batch_alter_table("assignments", table_kwargs=STRICT) as altered:
        altered.alter_column("answers_wait", existing_type=types.YesNo(), nullable=False)


def downgrade() -> None:
    with op.batch_alter_table("assignments", table_kwargs=STRICT) as altered:
        altered.drop_column("answers_wait")
