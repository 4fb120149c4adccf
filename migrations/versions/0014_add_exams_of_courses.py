"""Let a course set exams, give its learners more time and attempts, keep what is set without dates, and mark trials."""

from secrets import token_hex

import sqlalchemy as sa
from alembic import op

from quizapp.models import types

revision = "0014"
down_revision = "0013"

STRICT = {"sqlite_strict": True}
BY_KEY = {**STRICT, "sqlite_with_rowid": False}
CHECKS = {
    "dated": "(opens_at IS NULL) = (due_at IS NULL)",
    "mode": "mode IN ('study', 'exam')",
    "number": "number BETWEEN 1 AND 100",
    "attempts": "attempts BETWEEN 1 AND 20",
    "seconds": "seconds BETWEEN 1 AND 28800",
    "pass_mark": "pass_mark BETWEEN 1 AND 100",
    "number_of_exam": "(number IS NULL) = (mode = 'study')",
    "attempts_of_exam": "(attempts IS NULL) = (mode = 'study')",
    "pass_mark_of_exam": "(pass_mark IS NULL) = (mode = 'study')",
    "seconds_of_exam": "seconds IS NULL OR mode = 'exam'",
}
EXAM = ("number", "attempts", "seconds", "pass_mark")
DATES = ("opens_at", "due_at")

assignments = sa.table("assignments", sa.column("id", sa.Integer), sa.column("mode", sa.Text), sa.column("seed", sa.Text))


def upgrade() -> None:
    with op.batch_alter_table("assignments", table_kwargs=STRICT) as altered:
        for name in DATES:
            altered.alter_column(name, existing_type=types.Moment(), nullable=True)
        altered.add_column(sa.Column("mode", types.Wording(), nullable=True))
        altered.add_column(sa.Column("seed", types.Wording(), nullable=True))
        for name in EXAM:
            altered.add_column(sa.Column(name, sa.Integer(), nullable=True))
    connection = op.get_bind()
    for id in connection.scalars(sa.select(assignments.c.id)).all():
        connection.execute(sa.update(assignments).where(assignments.c.id == id).values(mode="study", seed=token_hex(16)))
    with op.batch_alter_table("assignments", table_kwargs=STRICT) as altered:
        for name in ("mode", "seed"):
            altered.alter_column(name, existing_type=types.Wording(), nullable=False)
        for name, condition in CHECKS.items():
            altered.create_check_constraint(op.f(f"ck_assignments_{name}"), condition)
    _add_number("extensions", "more_attempts", 20)
    with op.batch_alter_table("extensions", table_kwargs=BY_KEY) as altered:
        altered.alter_column("due_at", existing_type=types.Moment(), nullable=True)
    _add_number("enrolments", "extra_time", 200)
    with op.batch_alter_table("quizzes", table_kwargs=BY_KEY) as altered:
        altered.add_column(sa.Column("assignment_id", sa.Integer(), nullable=True))
        altered.add_column(sa.Column("trial", types.YesNo(), nullable=True))
    op.execute(sa.update(sa.table("quizzes", sa.column("trial", types.YesNo()))).values(trial=False))
    with op.batch_alter_table("quizzes", table_kwargs=BY_KEY) as altered:
        altered.alter_column("trial", existing_type=types.YesNo(), nullable=False)
        altered.create_foreign_key(op.f("fk_quizzes_assignment_id"), "assignments", ["assignment_id"], ["id"], ondelete="SET NULL")
    op.create_index(op.f("ix_quizzes_assignment_id"), "quizzes", ["assignment_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_quizzes_assignment_id"), "quizzes")
    with op.batch_alter_table("quizzes", table_kwargs=BY_KEY) as altered:
        altered.drop_constraint(op.f("fk_quizzes_assignment_id"), type_="foreignkey")
        altered.drop_column("trial")
        altered.drop_column("assignment_id")
    _drop_number("enrolments", "extra_time")
    op.execute("DELETE FROM extensions WHERE due_at IS NULL")
    _drop_number("extensions", "more_attempts")
    with op.batch_alter_table("extensions", table_kwargs=BY_KEY) as altered:
        altered.alter_column("due_at", existing_type=types.Moment(), nullable=False)
    op.execute("DELETE FROM assignments WHERE opens_at IS NULL")
    with op.batch_alter_table("assignments", table_kwargs=STRICT) as altered:
        for name in CHECKS:
            altered.drop_constraint(op.f(f"ck_assignments_{name}"), type_="check")
        for name in (*reversed(EXAM), "seed", "mode"):
            altered.drop_column(name)
        for name in DATES:
            altered.alter_column(name, existing_type=types.Moment(), nullable=False)


def _add_number(table: str, column: str, most: int) -> None:
    """A column that is 0 for everybody so far."""
    with op.batch_alter_table(table, table_kwargs=BY_KEY) as altered:
        altered.add_column(sa.Column(column, sa.Integer(), nullable=True))
    op.execute(f"UPDATE {table} SET {column} = 0")  # noqa: S608 -- names of ours
    with op.batch_alter_table(table, table_kwargs=BY_KEY) as altered:
        altered.alter_column(column, existing_type=sa.Integer(), nullable=False)
        altered.create_check_constraint(op.f(f"ck_{table}_{column}"), f"{column} BETWEEN 0 AND {most}")


def _drop_number(table: str, column: str) -> None:
    with op.batch_alter_table(table, table_kwargs=BY_KEY) as altered:
        altered.drop_constraint(op.f(f"ck_{table}_{column}"), type_="check")
        altered.drop_column(column)
