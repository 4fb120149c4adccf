"""Keep each time that an exam was scored again; so far the last was known of each answer."""

import sqlalchemy as sa
from alembic import op

from quizapp.models import types

revision = "0023"
down_revision = "0022"

BY_KEY = {"sqlite_strict": True, "sqlite_with_rowid": False}


def upgrade() -> None:
    op.create_table(
        "exam_rescorings",
        sa.Column("assignment_id", sa.Integer(), nullable=False),
        sa.Column("rescored_at", types.Moment(), nullable=False),
        sa.Column("correction_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["assignment_id"], ["assignments.id"], name=op.f("fk_exam_rescorings_assignment_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["correction_id"], ["corrections.id"], name=op.f("fk_exam_rescorings_correction_id")),
        sa.PrimaryKeyConstraint("assignment_id", "rescored_at", "correction_id", name=op.f("pk_exam_rescorings")),
        **BY_KEY,
    )
    op.execute(
        """
        INSERT INTO exam_rescorings (assignment_id, rescored_at, correction_id)
        SELECT DISTINCT quizzes.assignment_id, rescorings.rescored_at, rescorings.correction_id
        FROM rescorings
        JOIN attempts ON attempts.learner_id = rescorings.learner_id AND attempts.attempt = rescorings.attempt
        JOIN quizzes ON quizzes.learner_id = attempts.learner_id AND quizzes.quiz = attempts.quiz
        WHERE quizzes.assignment_id IS NOT NULL AND rescorings.correction_id IS NOT NULL AND rescorings.rescored_at > attempts.ended_at
        """
    )


def downgrade() -> None:
    op.drop_table("exam_rescorings")
