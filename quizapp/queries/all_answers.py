"""All answers that count, wherever they were given: live reviews, and the answers of attempts that are final. The two meet here alone."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, Subquery, and_, cast, func, literal, null, select, union_all
from sqlalchemy.orm import InstrumentedAttribute

from quizapp.models import Attempt, AttemptAnswer, Quiz, Review
from quizapp.queries.withheld import answers_wait
from quizapp.scheduling.sm2 import PASS

ALIKE = (
    "learner_id",
    "objective_id",
    "revision",
    "template",
    "version",
    "seed",
    "level",
    "audience",
    "language",
    "shown",
    "keys",
    "response",
    "marks",
    "maximum",
    "certainty",
    "milliseconds",
    "reading_milliseconds",
    "recalled_before",
    "mapping",
    "study_day",
    "zone",
    "answered_at",
    "received_at",
)
"""What a review and the answer of an attempt have in common."""


def answers_that_count(
    learner_id: int | None = None,
    among: Select[tuple[int]] | None = None,
    *,
    without: ColumnElement[bool] | InstrumentedAttribute[bool] | None = None,
    about: Collection[int] | None = None,
    only: Collection[str] | None = None,
) -> Subquery:
    """Each answer of this learner (None: of everybody, or of all `among` whom) that counts: what both kinds keep, and the
    `grade` that does.

    `kind` is "scheduled" or "drill" for a review, whose `turn` it has and the day that its `scheduler` set, and "study" or "exam" for an
    answer in an attempt, with its `attempt` and `position`. Order by `received_at`: it says in which order answers came; or, for what is
    remembered of them, by `logged_at`, when each began to count. A question that an exam left blank is no answer.

    Whatever shows of answers whether they were right is `without` those of quizzes of which that waits, see `answers_wait`. Of many
    answers SQLite writes down every column, asked for or not, before it joins or counts them: `only` names those that are wanted, and
    `about` the objectives.
    """
    none = cast(null(), Integer)

    def theirs(of: type[Review] | type[AttemptAnswer]) -> list[Any]:
        return [
            *([] if learner_id is None else [of.learner_id == learner_id]),
            *([] if among is None else [of.learner_id.in_(among)]),
            *([] if about is None else [of.objective_id.in_(about)]),
        ]

    reviews = select(
        *(getattr(Review, name) for name in ALIKE),
        func.coalesce(Review.lowered_to, Review.grade).label("grade"),
        Review.kind.label("kind"),
        Review.turn.label("turn"),
        none.label("attempt"),
        none.label("position"),
        Review.scheduler,
        Review.due_after,
        Review.received_at.label("logged_at"),
    ).where(Review.undone_at.is_(None), *theirs(Review))
    attempted = (
        select(
            *(getattr(AttemptAnswer, name) for name in ALIKE),
            AttemptAnswer.grade.label("grade"),
            Quiz.mode.label("kind"),
            none.label("turn"),
            AttemptAnswer.attempt,
            AttemptAnswer.position,
            cast(null(), Review.scheduler.type).label("scheduler"),
            cast(null(), Review.due_after.type).label("due_after"),
            AttemptAnswer.final_at.label("logged_at"),
        )
        .join(Attempt, and_(Attempt.learner_id == AttemptAnswer.learner_id, Attempt.attempt == AttemptAnswer.attempt))
        .join(Quiz, and_(Quiz.learner_id == Attempt.learner_id, Quiz.quiz == Attempt.quiz))
        .where(*final_answers(), *theirs(AttemptAnswer), *([] if without is None else [~without]))
    )
    if only is not None:
        reviews, attempted = (
            one.with_only_columns(*(column for column in one.selected_columns if column.key in only), maintain_column_froms=True)
            for one in (reviews, attempted)
        )
    return union_all(reviews, attempted).subquery("answers_that_count")


def final_answers() -> tuple[Any, ...]:
    """What is asked of an attempt's answer that counts: that it is for good, and of no trial."""
    return *for_good(), ~Quiz.trial


def for_good() -> tuple[Any, ...]:
    """What is asked of an attempt's answer that stands: it is there, final, not reset, and of a question that was not withdrawn."""
    there = AttemptAnswer.final_at.is_not(None), AttemptAnswer.response.is_not(None)
    return *there, AttemptAnswer.withdrawn_at.is_(None), AttemptAnswer.reset_at.is_(None)


def last_received(learner_id: int) -> Select[tuple[datetime | None]]:
    """When the last answer of this learner was received, a review, taken back or not, or one in an attempt."""
    reviews = select(func.max(Review.received_at).label("at")).where(Review.learner_id == learner_id)
    attempted = select(func.max(AttemptAnswer.received_at).label("at")).where(AttemptAnswer.learner_id == learner_id)
    return select(func.max(union_all(reviews, attempted).subquery().c.at))


def ever_failed(learner_id: int, at: datetime) -> Select[tuple[int]]:
    """The objectives that this learner has answered wrong at least once, as far as they are told."""
    answers = answers_that_count(learner_id, without=answers_wait(at))
    return select(answers.c.objective_id).where(answers.c.grade < literal(PASS)).distinct()


def answers_by_day(learner_id: int, since: date) -> Select[tuple[date, int]]:
    """How many answers that count a learner gave on each study day since one; days without any are not in it."""
    answers = answers_that_count(learner_id).c
    return select(answers.study_day, func.count().label("answers")).where(answers.study_day >= since).group_by(answers.study_day)
