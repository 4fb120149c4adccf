"""Keep the zone that a person had before, and when they changed it."""

import sqlalchemy as sa
from alembic import op

from quizapp.models import types

revision = "0005"
down_revision = "0004"

STRICT = {"sqlite_strict": True}


def upgrade() -> None:
    with op.batch_alter_table("people", table_kwargs=STRICT) as people:
        people.add_column(sa.Column("moved_from", types.Wording(), nullable=True))
        people.add_column(sa.Column("moved_at", types.Moment(), nullable=True))
        people.create_check_constraint(op.f("ck_people_moved_at"), "(moved_from IS NULL) = (moved_at IS NULL)")


def downgrade() -> None:
    with op.batch_alter_table("people", table_kwargs=STRICT) as people:
        people.drop_constraint(op.f("ck_people_moved_at"), type_="check")
        people.drop_column("moved_at")
        people.drop_column("moved_from")
