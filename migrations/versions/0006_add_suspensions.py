"""Let cards be suspended and flagged."""

import sqlalchemy as sa
from alembic import op

from quizapp.models import types

revision = "0006"
down_revision = "0005"

BY_KEY = {"sqlite_strict": True, "sqlite_with_rowid": False}


def upgrade() -> None:
    with op.batch_alter_table("cards", table_kwargs=BY_KEY) as cards:
        cards.add_column(sa.Column("suspended_because", types.Wording(), nullable=True))
        cards.add_column(sa.Column("suspended_at", types.Moment(), nullable=True))
        cards.add_column(sa.Column("flagged_at", types.Moment(), nullable=True))
        cards.create_check_constraint(op.f("ck_cards_suspended_because"), "suspended_because IN ('wished')")
        cards.create_check_constraint(op.f("ck_cards_suspended_at"), "(suspended_because IS NULL) = (suspended_at IS NULL)")


def downgrade() -> None:
    with op.batch_alter_table("cards", table_kwargs=BY_KEY) as cards:
        cards.drop_constraint(op.f("ck_cards_suspended_at"), type_="check")
        cards.drop_constraint(op.f("ck_cards_suspended_because"), type_="check")
        cards.drop_column("flagged_at")
        cards.drop_column("suspended_at")
        cards.drop_column("suspended_because")
