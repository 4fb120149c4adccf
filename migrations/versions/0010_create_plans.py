"""Make the tables of breaks, exams and notes; keep days off, more on one day, what is asked sooner, and resets."""

import sqlalchemy as sa
from alembic import op

from quizapp.models import types

revision = "0010"
down_revision = "0009"

STRICT = {"sqlite_strict": True}
BY_KEY = {"sqlite_strict": True, "sqlite_with_rowid": False}
COUNTS = ("days_off", "more_reviews", "more_new")
CHECKS = {
    "days_off": "days_off BETWEEN 0 AND 126",
    "more_reviews": "more_reviews >= 0",
    "more_new": "more_new BETWEEN 0 AND more_reviews",
    "more_on": "more_on IS NOT NULL OR (more_reviews = 0 AND ahead_to IS NULL)",
}


def upgrade() -> None:
    with op.batch_alter_table("people") as people:
        for count in COUNTS:
            people.add_column(sa.Column(count, sa.Integer(), nullable=True))
        people.add_column(sa.Column("more_on", types.Day(), nullable=True))
        people.add_column(sa.Column("ahead_to", types.Day(), nullable=True))
    op.execute("UPDATE people SET days_off = 0, more_reviews = 0, more_new = 0")
    with op.batch_alter_table("people", table_kwargs=STRICT) as people:
        for count in COUNTS:
            people.alter_column(count, existing_type=sa.Integer(), nullable=False)
        for name, check in CHECKS.items():
            people.create_check_constraint(op.f(f"ck_people_{name}"), check)
    with op.batch_alter_table("cards", table_kwargs=BY_KEY) as cards:
        cards.add_column(sa.Column("asked_sooner", types.Day(), nullable=True))
        cards.drop_constraint(op.f("ck_cards_suspended_because"), type_="check")
        cards.create_check_constraint(op.f("ck_cards_suspended_because"), "suspended_because IN ('wished', 'known', 'leech')")
    with op.batch_alter_table("reviews", table_kwargs=STRICT) as reviews:
        reviews.add_column(sa.Column("sooner_before", types.Day(), nullable=True))
        reviews.add_column(sa.Column("reset_at", types.Moment(), nullable=True))
        reviews.create_check_constraint(op.f("ck_reviews_reset_at"), "reset_at IS NULL OR undone_at = reset_at")
    _create_tables()


def _create_tables() -> None:
    op.create_table(
        "breaks",
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.Column("first_day", types.Day(), nullable=False),
        sa.Column("last_day", types.Day(), nullable=False),
        sa.CheckConstraint("first_day <= last_day", name=op.f("ck_breaks_last_day")),
        sa.ForeignKeyConstraint(["learner_id"], ["people.id"], name=op.f("fk_breaks_learner_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("learner_id", "first_day", name=op.f("pk_breaks")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "exams",
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.Column("bank", types.Wording(), nullable=False),
        sa.Column("day", types.Day(), nullable=False),
        sa.Column("named_at", types.Moment(), nullable=False),
        sa.ForeignKeyConstraint(["learner_id"], ["people.id"], name=op.f("fk_exams_learner_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("learner_id", "bank", name=op.f("pk_exams")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "notes",
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.Column("objective_id", sa.Integer(), nullable=False),
        sa.Column("words", types.Wording(), nullable=False),
        sa.Column("written_at", types.Moment(), nullable=False),
        sa.CheckConstraint("length(words) BETWEEN 1 AND 1000", name=op.f("ck_notes_words")),
        sa.ForeignKeyConstraint(["learner_id"], ["people.id"], name=op.f("fk_notes_learner_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["objective_id"], ["objectives.id"], name=op.f("fk_notes_objective_id")),
        sa.PrimaryKeyConstraint("learner_id", "objective_id", name=op.f("pk_notes")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("notes")
    op.drop_table("exams")
    op.drop_table("breaks")
    with op.batch_alter_table("reviews", table_kwargs=STRICT) as reviews:
        reviews.drop_constraint(op.f("ck_reviews_reset_at"), type_="check")
        reviews.drop_column("reset_at")
        reviews.drop_column("sooner_before")
    op.execute("UPDATE cards SET suspended_because = 'wished' WHERE suspended_because IN ('known', 'leech')")
    with op.batch_alter_table("cards", table_kwargs=BY_KEY) as cards:
        cards.drop_constraint(op.f("ck_cards_suspended_because"), type_="check")
        cards.create_check_constraint(op.f("ck_cards_suspended_because"), "suspended_because IN ('wished')")
        cards.drop_column("asked_sooner")
    with op.batch_alter_table("people", table_kwargs=STRICT) as people:
        for name in CHECKS:
            people.drop_constraint(op.f(f"ck_people_{name}"), type_="check")
        for name in (*COUNTS, "more_on", "ahead_to"):
            people.drop_column(name)
