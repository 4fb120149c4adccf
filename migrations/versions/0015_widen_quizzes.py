"""Let a quiz ask for what is hardest, and let beginning a topic afresh reach answers in quizzes too."""

import sqlalchemy as sa
from alembic import op

from quizapp.models import types

revision = "0015"
down_revision = "0014"

STRICT = {"sqlite_strict": True}
BY_KEY = {**STRICT, "sqlite_with_rowid": False}
LATEST = "ix_attempt_answers_learner_id_study_day_received_at"

quizzes = sa.table("quizzes", sa.column("pool", types.Wording))


def upgrade() -> None:
    _pools("'all', 'due', 'new', 'wrong', 'hard', 'flagged'")
    with op.batch_alter_table("attempt_answers", recreate="always", table_kwargs=STRICT) as answers:
        answers.add_column(sa.Column("reset_at", types.Moment(), nullable=True))
    op.create_index(op.f(LATEST), "attempt_answers", ["learner_id", "study_day", "received_at"])


def downgrade() -> None:
    op.drop_index(op.f(LATEST), "attempt_answers")
    with op.batch_alter_table("attempt_answers", recreate="always", table_kwargs=STRICT) as answers:
        answers.drop_column("reset_at")
    op.execute(quizzes.update().where(quizzes.c.pool == "hard").values(pool="wrong"))
    _pools("'all', 'due', 'new', 'wrong', 'flagged'")


def _pools(names: str) -> None:
    with op.batch_alter_table("quizzes", table_kwargs=BY_KEY) as altered:
        altered.drop_constraint(op.f("ck_quizzes_pool"), type_="check")
        altered.create_check_constraint(op.f("ck_quizzes_pool"), f"pool IN ({names})")
