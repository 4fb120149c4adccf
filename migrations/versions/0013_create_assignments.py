"""Make the tables of what a course sets its learners, and what is said to them."""

import sqlalchemy as sa
from alembic import op

from quizapp.models import types

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.create_table(
        "assignments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("course_id", sa.Integer(), nullable=False),
        sa.Column("title", types.Wording(), nullable=False),
        sa.Column("goal", sa.Integer(), nullable=False),
        sa.Column("opens_at", types.Moment(), nullable=False),
        sa.Column("due_at", types.Moment(), nullable=False),
        sa.Column("made_at", types.Moment(), nullable=False),
        sa.CheckConstraint("length(title) BETWEEN 1 AND 120", name=op.f("ck_assignments_title")),
        sa.CheckConstraint("goal BETWEEN 70 AND 97", name=op.f("ck_assignments_goal")),
        sa.CheckConstraint("due_at > opens_at", name=op.f("ck_assignments_due_at")),
        sa.ForeignKeyConstraint(["course_id"], ["courses.id"], name=op.f("fk_assignments_course_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignments")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_assignments_course_id"), "assignments", ["course_id"])
    op.create_table(
        "assigned_objectives",
        sa.Column("assignment_id", sa.Integer(), nullable=False),
        sa.Column("objective_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assignment_id"], ["assignments.id"], name=op.f("fk_assigned_objectives_assignment_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["objective_id"], ["objectives.id"], name=op.f("fk_assigned_objectives_objective_id")),
        sa.PrimaryKeyConstraint("assignment_id", "objective_id", name=op.f("pk_assigned_objectives")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "extensions",
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.Column("assignment_id", sa.Integer(), nullable=False),
        sa.Column("due_at", types.Moment(), nullable=False),
        sa.ForeignKeyConstraint(["learner_id"], ["people.id"], name=op.f("fk_extensions_learner_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["assignment_id"], ["assignments.id"], name=op.f("fk_extensions_assignment_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("learner_id", "assignment_id", name=op.f("pk_extensions")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "remarks",
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.Column("course_id", sa.Integer(), nullable=False),
        sa.Column("remark", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("words", types.Wording(), nullable=False),
        sa.Column("written_at", types.Moment(), nullable=False),
        sa.CheckConstraint("remark >= 1", name=op.f("ck_remarks_remark")),
        sa.CheckConstraint("length(words) BETWEEN 1 AND 2000", name=op.f("ck_remarks_words")),
        sa.ForeignKeyConstraint(["learner_id"], ["people.id"], name=op.f("fk_remarks_learner_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["course_id"], ["courses.id"], name=op.f("fk_remarks_course_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_remarks_by_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("learner_id", "course_id", "remark", name=op.f("pk_remarks")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "openings",
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.Column("course_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("day", types.Day(), nullable=False),
        sa.Column("opened_at", types.Moment(), nullable=False),
        sa.ForeignKeyConstraint(["learner_id"], ["people.id"], name=op.f("fk_openings_learner_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["course_id"], ["courses.id"], name=op.f("fk_openings_course_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_openings_by_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("learner_id", "course_id", "by_id", "day", name=op.f("pk_openings")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    for table in ("openings", "remarks", "extensions", "assigned_objectives", "assignments"):
        op.drop_table(table)
