"""Make the tables of people, of where they are signed in, and of failed attempts."""

import sqlalchemy as sa
from alembic import op

from quizapp.models import types

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "people",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", types.Wording(), nullable=False),
        sa.Column("name_key", types.Wording(), nullable=False),
        sa.Column("password_hash", types.Wording(), nullable=False),
        sa.Column("audience", types.Wording(), nullable=False),
        sa.Column("language", types.Wording(), nullable=False),
        sa.Column("zone", types.Wording(), nullable=False),
        sa.Column("theme", types.Wording(), nullable=False),
        sa.Column("text_size", sa.Integer(), nullable=False),
        sa.Column("keys", types.YesNo(), nullable=False),
        sa.Column("reviews_a_day", sa.Integer(), nullable=False),
        sa.Column("new_a_day", sa.Integer(), nullable=False),
        sa.Column("joined_at", types.Moment(), nullable=False),
        sa.CheckConstraint("audience IN ('nursing', 'patient')", name=op.f("ck_people_audience")),
        sa.CheckConstraint("theme IN ('system', 'light', 'dark')", name=op.f("ck_people_theme")),
        sa.CheckConstraint("new_a_day BETWEEN 0 AND reviews_a_day", name=op.f("ck_people_new_a_day")),
        sa.CheckConstraint("reviews_a_day BETWEEN 1 AND 1000", name=op.f("ck_people_reviews_a_day")),
        sa.CheckConstraint("text_size IN (100, 119, 138)", name=op.f("ck_people_text_size")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        sa.UniqueConstraint("name_key", name=op.f("uq_people_name_key")),
        sqlite_strict=True,
    )
    op.create_table(
        "sessions",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("began_at", types.Moment(), nullable=False),
        sa.Column("seen_at", types.Moment(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_sessions_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id", "token_hash", name=op.f("pk_sessions")),
        sqlite_strict=True,
    )
    op.create_table(
        "sign_in_attempts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_hash", sa.LargeBinary(), nullable=False),
        sa.Column("address_hash", sa.LargeBinary(), nullable=False),
        sa.Column("tried_at", types.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_attempts")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_sign_in_attempts_account_hash_tried_at"), "sign_in_attempts", ["account_hash", "tried_at"])
    op.create_index(op.f("ix_sign_in_attempts_address_hash_tried_at"), "sign_in_attempts", ["address_hash", "tried_at"])
    op.create_index(op.f("ix_sign_in_attempts_tried_at"), "sign_in_attempts", ["tried_at"])


def downgrade() -> None:
    op.drop_table("sign_in_attempts")
    op.drop_table("sessions")
    op.drop_table("people")
