"""Let an account be somebody's who is close to a patient: things are put to them as to a helper."""

import sqlalchemy as sa
from alembic import op

from quizapp.models import types

revision = "0020"
down_revision = "0019"

STRICT = {"sqlite_strict": True}


def upgrade() -> None:
    with op.batch_alter_table("people", table_kwargs=STRICT) as people:
        people.add_column(sa.Column("helping", types.YesNo(), nullable=True))
    op.execute(sa.update(sa.table("people", sa.column("helping", types.YesNo()))).values(helping=False))
    with op.batch_alter_table("people", table_kwargs=STRICT) as people:
        people.alter_column("helping", existing_type=types.YesNo(), nullable=False)
        people.create_check_constraint(op.f("ck_people_helping"), "NOT helping OR audience = 'patient'")


def downgrade() -> None:
    with op.batch_alter_table("people", table_kwargs=STRICT) as people:
        people.drop_constraint(op.f("ck_people_helping"), type_="check")
        people.drop_column("helping")
