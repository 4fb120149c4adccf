"""Keep FSRS's memory of each card beside SM-2's, and let a person choose what counts.

What the cards of today remember is folded from their log, by the package itself, so that this step means the same for ever.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from alembic import op
from fsrs import Card, Rating, Scheduler

from quizapp.models import types

revision = "0011"
down_revision = "0010"

STRICT = {"sqlite_strict": True}
BY_KEY = {**STRICT, "sqlite_with_rowid": False}
CHECKS = {
    "due": "(due IS NULL) = (steps = 0)",
    "due_fsrs": "(due_fsrs IS NULL) = (steps = 0)",
    "remembered": "steps = 0 OR stability IS NOT NULL",
    "stability": "stability > 0",
    "difficulty": "difficulty BETWEEN 1 AND 10",
    "difficulty_known": "(difficulty IS NULL) = (stability IS NULL)",
    "seen_on": "(seen_on IS NULL) = (stability IS NULL)",
}
RATINGS = (Rating.Again, Rating.Again, Rating.Again, Rating.Hard, Rating.Good, Rating.Good)
AT_ONCE = 1000

cards = sa.table(
    "cards",
    sa.column("learner_id", sa.Integer),
    sa.column("objective_id", sa.Integer),
    sa.column("due_sm2", types.Day),
    sa.column("due", types.Day),
    sa.column("due_fsrs", types.Day),
    sa.column("stability", types.Measure),
    sa.column("difficulty", types.Measure),
    sa.column("seen_on", types.Day),
)
reviews = sa.table(
    "reviews",
    sa.column("learner_id", sa.Integer),
    sa.column("objective_id", sa.Integer),
    sa.column("turn", sa.Integer),
    sa.column("grade", sa.Integer),
    sa.column("lowered_to", sa.Integer),
    sa.column("study_day", types.Day),
    sa.column("undone_at", types.Moment),
)


def upgrade() -> None:
    with op.batch_alter_table("people", table_kwargs=STRICT) as people:
        people.add_column(sa.Column("scheduler", types.Wording(), nullable=False, server_default="sm2"))
        people.add_column(sa.Column("goal_recall", sa.Integer(), nullable=False, server_default="90"))
    with op.batch_alter_table("people", table_kwargs=STRICT) as people:
        people.alter_column("scheduler", server_default=None)
        people.alter_column("goal_recall", server_default=None)
        people.create_check_constraint(op.f("ck_people_scheduler"), "length(scheduler) BETWEEN 1 AND 40")
        people.create_check_constraint(op.f("ck_people_goal_recall"), "goal_recall BETWEEN 70 AND 97")
    with op.batch_alter_table("cards", table_kwargs=BY_KEY) as altered:
        altered.add_column(sa.Column("due", types.Day(), nullable=True))
        altered.add_column(sa.Column("due_fsrs", types.Day(), nullable=True))
        altered.add_column(sa.Column("stability", types.Measure(), nullable=True))
        altered.add_column(sa.Column("difficulty", types.Measure(), nullable=True))
        altered.add_column(sa.Column("seen_on", types.Day(), nullable=True))
    remember()
    with op.batch_alter_table("cards", table_kwargs=BY_KEY) as altered:
        for name, condition in CHECKS.items():
            altered.create_check_constraint(op.f(f"ck_cards_{name}"), condition)


def downgrade() -> None:
    with op.batch_alter_table("cards", table_kwargs=BY_KEY) as altered:
        for name in CHECKS:
            altered.drop_constraint(op.f(f"ck_cards_{name}"), type_="check")
        for column in ("seen_on", "difficulty", "stability", "due_fsrs", "due"):
            altered.drop_column(column)
    with op.batch_alter_table("people", table_kwargs=STRICT) as people:
        people.drop_constraint(op.f("ck_people_goal_recall"), type_="check")
        people.drop_constraint(op.f("ck_people_scheduler"), type_="check")
        people.drop_column("goal_recall")
        people.drop_column("scheduler")


def remember() -> None:
    """Let each card remember what its live reviews come to."""
    connection = op.get_bind()
    connection.execute(sa.update(cards).values(due=cards.c.due_sm2))
    of_card = (cards.c.learner_id == sa.bindparam("learner"), cards.c.objective_id == sa.bindparam("objective"))
    kept = {name: sa.bindparam(name) for name in ("stability", "difficulty", "seen_on", "due_fsrs")}
    change = sa.update(cards).where(*of_card).values(kept)
    folded = _folded(connection.execute(_live()).all())
    while some := [row for row, _ in zip(folded, range(AT_ONCE), strict=False)]:
        connection.execute(change, some)


def _live() -> sa.Select[Any]:
    live = sa.select(reviews).where(reviews.c.undone_at.is_(None))
    return live.order_by(reviews.c.learner_id, reviews.c.objective_id, reviews.c.turn)


def _folded(log: Iterable[Any]) -> Iterable[dict[str, Any]]:
    fsrs = Scheduler(enable_fuzzing=False, learning_steps=(), relearning_steps=())
    for (learner, objective), answers in groupby(log, key=lambda one: (one.learner_id, one.objective_id)):
        card, day = Card(card_id=0), date.min
        for one in answers:
            day = one.study_day
            rating = RATINGS[one.grade if one.lowered_to is None else one.lowered_to]
            card, _ = fsrs.review_card(card, rating, datetime.combine(day, time(12), UTC))
        kept = {"stability": card.stability, "difficulty": card.difficulty, "seen_on": day, "due_fsrs": card.due.date()}
        yield {"learner": learner, "objective": objective, **kept}
