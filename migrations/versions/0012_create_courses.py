"""Make the tables of courses: what is taught to a group, and who is in it."""

import sqlalchemy as sa
from alembic import op

from quizapp.models import types

revision = "0012"
down_revision = "0011"
ROLES = "role IN ('owner', 'instructor', 'reviewer', 'learner')"


def upgrade() -> None:
    op.create_table(
        "courses",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", types.Wording(), nullable=False),
        sa.Column("zone", types.Wording(), nullable=False),
        sa.Column("opened_at", types.Moment(), nullable=False),
        sa.Column("archived_at", types.Moment(), nullable=True),
        sa.Column("code", types.Wording(), nullable=True),
        sa.Column("code_ends_at", types.Moment(), nullable=True),
        sa.UniqueConstraint("code", name=op.f("uq_courses_code")),
        sa.CheckConstraint("length(title) BETWEEN 1 AND 120", name=op.f("ck_courses_title")),
        sa.CheckConstraint("(code IS NULL) = (code_ends_at IS NULL)", name=op.f("ck_courses_code_ends_at")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_courses")),
        sqlite_strict=True,
    )
    op.create_table(
        "sections",
        sa.Column("course_id", sa.Integer(), nullable=False),
        sa.Column("section", sa.Integer(), nullable=False),
        sa.Column("title", types.Wording(), nullable=False),
        sa.UniqueConstraint("course_id", "title", name=op.f("uq_sections_course_id_title")),
        sa.CheckConstraint("length(title) BETWEEN 1 AND 120", name=op.f("ck_sections_title")),
        sa.ForeignKeyConstraint(["course_id"], ["courses.id"], name=op.f("fk_sections_course_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("course_id", "section", name=op.f("pk_sections")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "enrolments",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("course_id", sa.Integer(), nullable=False),
        sa.Column("role", types.Wording(), nullable=False),
        sa.Column("section", sa.Integer(), nullable=True),
        sa.Column("called", types.Wording(), nullable=False),
        sa.Column("reference", types.Wording(), nullable=False),
        sa.Column("pseudonym", types.Wording(), nullable=False),
        sa.Column("joined_at", types.Moment(), nullable=False),
        sa.Column("left_at", types.Moment(), nullable=True),
        sa.Column("withdrawn", types.YesNo(), nullable=False),
        sa.ForeignKeyConstraint(["course_id", "section"], ["sections.course_id", "sections.section"], name="fk_enrolments_section"),
        sa.UniqueConstraint("course_id", "pseudonym", name=op.f("uq_enrolments_course_id_pseudonym")),
        sa.CheckConstraint(ROLES, name=op.f("ck_enrolments_role")),
        sa.CheckConstraint("NOT withdrawn OR left_at IS NOT NULL", name=op.f("ck_enrolments_withdrawn")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_enrolments_person_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["course_id"], ["courses.id"], name=op.f("fk_enrolments_course_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id", "course_id", name=op.f("pk_enrolments")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_enrolments_course_id_role"), "enrolments", ["course_id", "role"])
    op.create_table(
        "invitations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("course_id", sa.Integer(), nullable=False),
        sa.Column("line", types.Wording(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("role", types.Wording(), nullable=False),
        sa.Column("section", sa.Integer(), nullable=True),
        sa.Column("called", types.Wording(), nullable=False),
        sa.Column("email", types.Wording(), nullable=False),
        sa.Column("reference", types.Wording(), nullable=False),
        sa.Column("made_at", types.Moment(), nullable=False),
        sa.Column("ends_at", types.Moment(), nullable=False),
        sa.Column("used_by", sa.Integer(), nullable=True),
        sa.Column("used_at", types.Moment(), nullable=True),
        sa.ForeignKeyConstraint(["course_id", "section"], ["sections.course_id", "sections.section"], name="fk_invitations_section"),
        sa.UniqueConstraint("course_id", "line", name=op.f("uq_invitations_course_id_line")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_invitations_token_hash")),
        sa.CheckConstraint(ROLES, name=op.f("ck_invitations_role")),
        sa.CheckConstraint("(used_by IS NULL) = (used_at IS NULL)", name=op.f("ck_invitations_used_at")),
        sa.ForeignKeyConstraint(["course_id"], ["courses.id"], name=op.f("fk_invitations_course_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["used_by"], ["people.id"], name=op.f("fk_invitations_used_by"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitations")),
        sqlite_strict=True,
    )


def downgrade() -> None:
    for table in ("invitations", "enrolments", "sections", "courses"):
        op.drop_table(table)
