"""Add addresses and roles to people, what a person sees of their sessions, and two ways back for a forgotten password."""

import sqlalchemy as sa
from alembic import op

from quizapp.models import types

revision = "0004"
down_revision = "0003"

STRICT = {"sqlite_strict": True}


def upgrade() -> None:
    with op.batch_alter_table("people") as people:
        people.add_column(sa.Column("email", types.Wording(), nullable=True))
        people.add_column(sa.Column("email_key", types.Wording(), nullable=True))
        people.add_column(sa.Column("role", types.Wording(), nullable=True))
    op.execute("UPDATE people SET role = 'learner'")
    op.execute("UPDATE people SET email = name, email_key = name_key WHERE replace(name_key, '@', '') <> name_key")
    with op.batch_alter_table("people", table_kwargs=STRICT) as people:
        people.alter_column("role", existing_type=types.Wording(), nullable=False)
        people.create_unique_constraint(op.f("uq_people_email_key"), ["email_key"])
        people.create_check_constraint(op.f("ck_people_email"), "(email IS NULL) = (email_key IS NULL)")
        people.create_check_constraint(
            op.f("ck_people_name_key"), "replace(name_key, '@', '') = name_key OR name_key = coalesce(email_key, '')"
        )
        people.create_check_constraint(op.f("ck_people_role"), "role IN ('learner', 'editor', 'administrator')")

    with op.batch_alter_table("sessions") as sessions:
        sessions.add_column(sa.Column("stays", types.YesNo(), nullable=True))
        sessions.add_column(sa.Column("device", types.Wording(), nullable=True))
    sessions_table = sa.table("sessions", sa.column("stays", types.YesNo()), sa.column("device", types.Wording()))
    op.execute(sessions_table.update().values(stays=True, device=""))
    with op.batch_alter_table("sessions", table_kwargs=STRICT) as sessions:
        sessions.alter_column("stays", existing_type=types.YesNo(), nullable=False)
        sessions.alter_column("device", existing_type=types.Wording(), nullable=False)

    op.create_table(
        "reset_links",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", types.Moment(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_reset_links_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id", "token_hash", name=op.f("pk_reset_links")),
        sqlite_strict=True,
    )
    op.create_table(
        "recovery_codes",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", types.Moment(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_recovery_codes_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id", "code_hash", name=op.f("pk_recovery_codes")),
        sqlite_strict=True,
    )


def downgrade() -> None:
    op.drop_table("recovery_codes")
    op.drop_table("reset_links")
    with op.batch_alter_table("sessions", table_kwargs=STRICT) as sessions:
        sessions.drop_column("device")
        sessions.drop_column("stays")
    with op.batch_alter_table("people", table_kwargs=STRICT) as people:
        people.drop_constraint(op.f("ck_people_role"), type_="check")
        people.drop_constraint(op.f("ck_people_name_key"), type_="check")
        people.drop_constraint(op.f("ck_people_email"), type_="check")
        people.drop_constraint(op.f("uq_people_email_key"), type_="unique")
        people.drop_column("role")
        people.drop_column("email_key")
        people.drop_column("email")
